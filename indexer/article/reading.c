#include "indexer/article/reading.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/token.h"
#include "core/view.h"
#include "indexer/article/declared.h"
#include "indexer/article/json_ld_body.h"
#include "indexer/article/no_article.h"
#include "indexer/article/practical.h"
#include "indexer/article/text_language.h"
#include "indexer/content/content_judge.h"
#include "indexer/html/charset.h"
#include "indexer/html/formula.h"
#include "indexer/html/selectors.h"
#include "indexer/html/streamed.h"
#include "indexer/html/unread.h"
#include "indexer/metadata/metadata.h"
#include "indexer/passage/passages.h"
#include "indexer/passage/text_fragment.h"
#include "indexer/passage/whole_text.h"

static palpate_status cut_text(struct page_reading *reading, struct arena *arena,
        palpate_view text, const struct selectors *selectors, palpate_error *err)
{
    palpate_status status = tree_read(&reading->tree, arena, text, err);

    if (status == PALPATE_OK && !streamed_place(&reading->tree, arena))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for late parts of a page");
    if (status == PALPATE_OK)
        status = selectors_mark(&reading->tree, arena, selectors, err);
    if (status != PALPATE_OK)
        return status;
    if (!formulas_write(&reading->tree, arena))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the formulas of a page");
    unread_mark(&reading->tree);
    return blocks_cut(&reading->blocks, arena, &reading->tree, err);
}

palpate_status page_reading_cut(struct page_reading *reading, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    palpate_view text = { NULL, 0 };

    *reading = (struct page_reading){ .article.verdict = PAGE_INDEXED };
    palpate_status status =
            charset_decode(&text, arena, html, origin->content_type, err);
    return status == PALPATE_OK ? cut_text(reading, arena, text, origin->selectors, err)
                                : status;
}

static palpate_status judge_blocks(struct page_reading *reading, struct arena *arena,
        const struct page_origin *origin, palpate_error *err)
{
    const struct article *article = &reading->article;
    const struct region_hints hints = { article->title, article->facts.description,
        article->json_ld_body };

    return content_judge(&reading->content, arena, &reading->tree, &reading->blocks,
            origin, &hints, err);
}

/* Whether a script builds the page, which says little more than that it needs one.
   Where the page asks to leave some of its text out, JSON-LD must not bring it back. */
static bool shows_little(const struct page_reading *reading)
{
    enum { TIMES = 4 };

    for (uint32_t i = 0; i < reading->blocks.count; i++)
        if (reading->blocks.items[i].is_ignored)
            return false;
    return reading->article.json_ld_body.size / TIMES > reading->article.text.size;
}

/* Questions that a page declares are its text where it shows next to nothing: a script
   builds it of them.  Unlike the text of an article they may be only a part of what the
   page would show, so they do not replace what it has. */
static palpate_status take_declared_body(
        struct page_reading *reading, struct arena *arena, palpate_error *err)
{
    enum { NEXT_TO_NOTHING = 200 /* bytes */ };
    struct article *article = &reading->article;

    if (article->json_ld_body.size > 0 || article->text.size > NEXT_TO_NOTHING)
        return PALPATE_OK;
    article->json_ld_body = json_ld_body_of_questions(arena, article);
    return article->json_ld_body.data != NULL
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for a text");
}

static void give_all(
        struct content *content, enum content_verdict verdict, enum content_reason why)
{
    for (uint32_t i = 0; i < content->land.blocks->count; i++) {
        content->verdict[i] = (uint8_t)verdict;
        content->reason[i] = (uint8_t)why;
    }
}

/* Makes the text of what is kept, finds its language, which the page may declare
   wrongly, and cuts the passages. */
static palpate_status take_content(struct article *article, struct arena *arena,
        const struct content *content, palpate_view declared, palpate_error *err)
{
    palpate_status status = whole_text_write(article, arena, content, err);

    if (status != PALPATE_OK)
        return status;
    article->facts.language =
            text_language(declared, article->text, &article->is_in_other_language);
    return passages_cut(article, arena, content, err);
}

/* Puts what the page tells search engines in the place of what it shows. */
static palpate_status use_json_ld_body(struct page_reading *reading,
        struct arena *arena, const struct page_origin *origin, palpate_view declared,
        palpate_error *err)
{
    struct buffer html = { 0 };
    struct page_reading *instead = arena_zeroed(arena, 1, sizeof *instead);
    palpate_status status = PALPATE_OK;

    json_ld_body_write(&html, reading->article.json_ld_body);
    if (instead == NULL || html.failed) {
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a text");
        goto out;
    }
    status = cut_text(instead, arena, buffer_view(&html), NULL, err);
    if (status == PALPATE_OK)
        status = judge_blocks(instead, arena, origin, err);
    if (status != PALPATE_OK)
        goto out;
    give_all(&instead->content, CONTENT_KEPT,
            CONTENT_FROM_JSON_LD); /* it has no menus */
    give_all(&reading->content, CONTENT_DROPPED, CONTENT_AS_REPLACED);
    status = take_content(&reading->article, arena, &instead->content, declared, err);
    reading->instead = instead;
out:
    buffer_free(&html);
    return status;
}

/* Whether a page without a title says two letters or digits at most, as stray bytes do.
 */
static bool says_nothing(const struct article *article)
{
    enum { LETTERS = 2 };
    struct tokenizer tokens = tokens_of(article->text);
    struct token token;
    size_t letters = 0;

    while (letters <= LETTERS && token_next(&tokens, &token)) {
        palpate_view word = view_slice(article->text, token.offset, token.size);
        for (size_t i = 0; i < word.size; i++)
            letters += ((unsigned char)word.data[i] & 0xC0) != 0x80;
    }
    return article->title.size == 0 && letters <= LETTERS;
}

/* Decides whether a page that may be indexed is an article, and has a text. */
static palpate_status judge_whole(
        struct page_reading *reading, struct arena *arena, palpate_error *err)
{
    struct article *article = &reading->article;
    const struct tree *tree = &reading->tree;
    palpate_view text = { "", 0 };

    if (article->verdict == PAGE_INDEXED)
        article->verdict = no_article_by_form(tree);
    if (article->verdict != PAGE_INDEXED)
        return PALPATE_OK;
    uint32_t body = tree_find(tree, 1, tree->count, HTML_body);
    if (article->text.size == 0 && body != TREE_NONE)
        text = tree_text(tree, arena, body);
    if (text.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a text");
    article->verdict = no_article_by_text(article, tree, text);
    if (article->verdict == PAGE_INDEXED && says_nothing(article))
        article->passage_count = 0;
    if (article->verdict == PAGE_INDEXED && article->passage_count == 0)
        article->verdict = PAGE_EMPTY;
    return PALPATE_OK;
}

palpate_status page_reading_judge(struct page_reading *reading, struct arena *arena,
        const struct page_origin *origin, palpate_error *err)
{
    struct article *article = &reading->article;
    palpate_status status = metadata_read(article, arena, &reading->tree, origin, err);
    palpate_view declared = article->facts.language;

    if (status == PALPATE_OK)
        status = declared_mark(&reading->blocks, arena, &reading->tree, article, err);
    if (status == PALPATE_OK)
        status = practical_mark(&reading->blocks, arena, &reading->tree, err);
    if (status == PALPATE_OK)
        status = judge_blocks(reading, arena, origin, err);
    if (status == PALPATE_OK && origin->is_document)
        give_all(&reading->content, CONTENT_KEPT, CONTENT_OF_DOCUMENT);
    if (status == PALPATE_OK)
        status = take_content(article, arena, &reading->content, declared, err);
    if (status == PALPATE_OK && !origin->is_document) /* no browser searches in it */
        status = text_fragments_make(
                article, arena, &reading->tree, &reading->blocks, err);
    if (status == PALPATE_OK)
        status = take_declared_body(reading, arena, err);
    if (status == PALPATE_OK && shows_little(reading))
        status = use_json_ld_body(reading, arena, origin, declared, err);
    return status == PALPATE_OK ? judge_whole(reading, arena, err) : status;
}

palpate_status page_reading_make(struct page_reading *reading, struct arena *arena,
        palpate_view html, const struct page_origin *origin, palpate_error *err)
{
    palpate_status status = page_reading_cut(reading, arena, html, origin, err);

    return status == PALPATE_OK ? page_reading_judge(reading, arena, origin, err)
                                : status;
}
