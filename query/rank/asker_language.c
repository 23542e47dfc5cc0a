#include "query/rank/asker_language.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
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

/* Appends the words as they were typed, folded: "im" is a word of German, and the
   parser has taken it for "i'm". */
static void append_words(struct buffer *out, const struct query_node *node)
{
    char folded[WORD_SIZE];

    if (node->role == QUERY_MUST_NOT)
        return;
    for (uint32_t i = 0; i < node->word_count; i++) {
        buffer_append_byte(out, ' ');
        buffer_append(
                out, (palpate_view){ folded, word_fold(node->words[i].typed, folded) });
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        append_words(out, node->children[i]);
}

/* The language that a question demands of articles (lang:de); empty for none. */
static palpate_view demanded(const struct query_node *node)
{
    palpate_view language = { "", 0 };

    if (node->role == QUERY_MUST_NOT)
        return language;
    if (node->kind == QUERY_FILTER && node->field == QUERY_LANGUAGE)
        return node->value;
    for (uint32_t i = 0; language.size == 0 && i < node->child_count; i++)
        language = demanded(node->children[i]);
    return language;
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
    append_words(&words, tree->root);
    bool failed = words.failed;
    if (!failed)
        place = question_language(buffer_view(&words), codes, known->count);
    buffer_free(&words);
    if (failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a question");
    if (place == known->count)
        place = first_preferred(known, demanded(tree->root));
    if (place == known->count)
        place = first_preferred(known, preferred);
    if (place < known->count)
        *out = known->items[place];
    return PALPATE_OK;
}

/* Marks the words with their language, and takes back what the parser made of English
   ones.  false where memory is out. */
static bool mark_words(
        struct query_node *node, struct arena *arena, const struct stemming *language)
{
    bool is_done = true;

    for (uint32_t i = 0; is_done && i < node->word_count; i++) {
        struct query_word *word = &node->words[i];
        char bytes[WORD_SIZE];
        palpate_view folded = { bytes, word_fold(word->typed, bytes) };
        word->language = language;
        if (view_equals(folded, word->folded) || word->is_unfinished)
            continue;
        word->folded = arena_copy(arena, folded);
        is_done = word->folded.data != NULL;
    }
    for (uint32_t i = 0; is_done && i < node->child_count; i++)
        is_done = mark_words(node->children[i], arena, language);
    return is_done;
}

palpate_status asker_language_speak(struct engine *engine, struct arena *arena,
        struct query_tree *tree, const palpate_search_options *options,
        palpate_error *err)
{
    struct analyzer *analyzer = engine_analyzer(engine);
    const struct known_languages *known = analyzer_known(analyzer);
    const struct stemming *language = engine_language(engine);
    palpate_status status = PALPATE_OK;

    if (known->count > 1)
        status = choose(&language, known, tree, options->languages, err);
    (void)analyzer_speak(analyzer, language);
    if (status == PALPATE_OK && language != NULL &&
            !mark_words(tree->root, arena, language))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a question");
    return status;
}
