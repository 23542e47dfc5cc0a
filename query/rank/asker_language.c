#include "query/rank/asker_language.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "query/language/asked_words.h"
#include "query/language/question_language.h"

static palpate_view code_of(const struct stemming *language)
{
    return language == NULL ? PALPATE_VIEW("en") : language->code;
}

/* The place of the first language of a list ("de, en-gb") that is known, else count. */
static uint32_t first_preferred(const struct known_languages *known, palpate_view list)
{
    while (list.size > 0) {
        size_t end = view_find(list, PALPATE_VIEW(","));
        palpate_view code = view_trim(view_slice(list, 0, end));
        const struct stemming *language = stemming_of(code);
        bool is_read = language != NULL || view_starts_with(code, PALPATE_VIEW("en"));
        for (uint32_t i = 0; is_read && i < known->count; i++)
            if (known->items[i] == language)
                return i;
        list = view_slice(list, end + 1, list.size);
    }
    return known->count;
}

static palpate_status choose(const struct stemming **out,
        const struct known_languages *known, const struct query_tree *tree,
        palpate_view preferred, palpate_error *err)
{
    palpate_view codes[SPOKEN_LANGUAGES + 1];
    struct buffer words = { 0 };
    size_t place = known->count;

    for (uint32_t i = 0; i < known->count; i++)
        codes[i] = code_of(known->items[i]);
    asked_words_append(&words, tree);
    bool failed = words.failed;
    if (!failed)
        place = question_language(buffer_view(&words), codes, known->count);
    buffer_free(&words);
    if (failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a question");
    if (place == known->count)
        place = first_preferred(known, preferred);
    if (place < known->count)
        *out = known->items[place];
    return PALPATE_OK;
}

static void mark_words(struct query_node *node, const struct stemming *language)
{
    for (uint32_t i = 0; i < node->word_count; i++)
        node->words[i].language = language;
    for (uint32_t i = 0; i < node->child_count; i++)
        mark_words(node->children[i], language);
}

palpate_status asker_language_speak(struct engine *engine, struct query_tree *tree,
        const palpate_search_options *options, palpate_error *err)
{
    struct analyzer *analyzer = engine_analyzer(engine);
    const struct known_languages *known = analyzer_known(analyzer);
    const struct stemming *language = engine_language(engine);
    palpate_status status = PALPATE_OK;

    if (known->count > 1)
        status = choose(&language, known, tree, options->languages, err);
    (void)analyzer_speak(analyzer, language);
    if (status == PALPATE_OK && language != NULL)
        mark_words(tree->root, language);
    return status;
}
