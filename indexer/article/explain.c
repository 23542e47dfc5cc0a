#include "indexer/article/explain.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/fail.h"
#include "core/html_escape.h"
#include "core/printable.h"
#include "core/utf8.h"
#include "core/view.h"
#include "core/word_count.h"
#include "indexer/article/explain_regions.h"
#include "indexer/article/reading.h"
#include "indexer/content/evidence.h"
#include "indexer/content/model.h"

enum {
    REASONS = 5,     /* observations that are named for a block */
    TEXT_SHOWN = 110 /* bytes of a block in text; HTML shows all */
};

static const struct {
    const char *word;
    const char *color;
} VERDICTS[] = {
    [CONTENT_DROPPED] = { "dropped", "\033[31m" },
    [CONTENT_COMMENT] = { "comment", "\033[35m" },
    [CONTENT_DOUBTFUL] = { "doubtful", "\033[33m" },
    [CONTENT_KEPT] = { "kept", "\033[32m" },
};

static const char *const REASON_WORDS[] = {
    [CONTENT_BY_SCORE] = "",
    [CONTENT_AS_ASKED] = "the page asks to leave it out; ",
    [CONTENT_AS_REPEATED] = "is further up already; ",
    [CONTENT_AS_ADVERT] = "announces advertising; ",
    [CONTENT_AS_COMMENT] = "among readers' comments; ",
    [CONTENT_AS_TAIL] = "follows the article; ",
    [CONTENT_AS_REPLACED] = "the page shows little, its text is in its JSON-LD; ",
    [CONTENT_FROM_JSON_LD] = "of the JSON-LD; ",
    [CONTENT_OF_DOCUMENT] = "of a document; ",
};

static const char *kind_name(const struct block *block)
{
    static const char *const NAMES[] = { [BLOCK_TEXT] = "text",
        [BLOCK_HEADING] = "heading",
        [BLOCK_ITEM] = "item",
        [BLOCK_CELL] = "row" };

    return NAMES[block->kind];
}

static int compare_weights(const void *a, const void *b)
{
    int left = abs(MODEL[*(const uint16_t *)a].weight);
    int right = abs(MODEL[*(const uint16_t *)b].weight);

    if (left != right)
        return right - left;
    return (int)*(const uint16_t *)a - (int)*(const uint16_t *)b;
}

static void append_name(struct buffer *out, const char *name)
{
    for (; *name != '\0'; name++)
        buffer_append_byte(out, (char)(*name == '_' ? '-' : ascii_lower(*name)));
}

/* "near-navigation -3.96, links-more -0.88". */
static void append_reasons(
        struct buffer *out, const struct content *content, uint32_t number)
{
    struct evidence evidence;

    evidence_gather(&evidence, &content->land, number, content->title);
    qsort(evidence.items, evidence.count, sizeof *evidence.items, compare_weights);
    buffer_append_string(out, REASON_WORDS[content->reason[number]]);
    if (content->is_shared[number])
        buffer_append_format(out, "on other pages of the site %+.2f, ",
                (double)MODEL_SHARED / MODEL_SCALE);
    buffer_append_format(out, "neighbours %+.2f",
            (double)(content->score[number] - content->own[number]));
    for (uint32_t i = 0; i < evidence.count && i < REASONS; i++) {
        const struct model_row *row = &MODEL[evidence.items[i]];
        buffer_append_string(out, ", ");
        append_name(out, row->name);
        buffer_append_format(out, " %+.2f", (double)row->weight / MODEL_SCALE);
    }
}

static void append_text_block(struct buffer *out, enum palpate_explain form,
        const struct content *content, uint32_t number)
{
    const struct block *block = &content->land.blocks->items[number];
    unsigned verdict = content->verdict[number];
    bool is_colored = form == PALPATE_EXPLAIN_COLOR;
    size_t size = utf8_floor(block->text, TEXT_SHOWN);

    buffer_append_format(out, "%s%-8s%s %6.2f  %-7s  ",
            is_colored ? VERDICTS[verdict].color : "", VERDICTS[verdict].word,
            is_colored ? "\033[0m" : "", (double)content->score[number],
            kind_name(block));
    printable_append(out, view_slice(block->text, 0, size));
    buffer_append_string(out, size < block->text.size ? " \xE2\x80\xA6\n" : "\n");
    buffer_append_format(out, "%26s", "");
    append_reasons(out, content, number);
    buffer_append_byte(out, '\n');
}

/* Kept text stands in the left column, all other in the right. */
static void append_html_block(
        struct buffer *out, const struct content *content, uint32_t number)
{
    const struct block *block = &content->land.blocks->items[number];
    unsigned verdict = content->verdict[number];

    buffer_append_format(out, "<tr class=\"%s\"><td>%s<div><p class=\"%s\">",
            VERDICTS[verdict].word, verdict == CONTENT_KEPT ? "" : "</td><td>",
            kind_name(block));
    html_escape(out, block->text);
    buffer_append_format(out, "</p><small>%s %.2f: ", VERDICTS[verdict].word,
            (double)content->score[number]);
    append_reasons(out, content, number);
    buffer_append_format(out, "</small></div>%s</td></tr>\n",
            verdict == CONTENT_KEPT ? "</td><td>" : "");
}

static int compare_counts(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;

    return (left > right) - (left < right);
}

/* "12 passages of 18 to 140 words, half of them up to 96". */
static bool append_lengths(
        struct buffer *out, const struct article *article, struct arena *arena)
{
    uint32_t count = article->passage_count;
    uint32_t *words = arena_zeroed(arena, (size_t)count + 1, sizeof *words);

    if (words == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++)
        words[i] = word_count(article->passages[i].text);
    qsort(words, count, sizeof *words, compare_counts);
    if (count == 0)
        buffer_append_string(out, "no passage");
    else
        buffer_append_format(out,
                "%u passages of %u to %u words, half of them up to %u", count, words[0],
                words[count - 1], words[count / 2]);
    return true;
}

static void append_blocks(
        struct buffer *out, enum palpate_explain form, const struct content *content)
{
    for (uint32_t i = 0; i < content->land.blocks->count; i++) {
        if (form == PALPATE_EXPLAIN_HTML)
            append_html_block(out, content, i);
        else
            append_text_block(out, form, content, i);
    }
}

static bool append_page(struct buffer *out, enum palpate_explain form,
        palpate_view name, const struct page_reading *reading, struct arena *arena)
{
    const struct article *article = &reading->article;
    bool is_html = form == PALPATE_EXPLAIN_HTML;

    buffer_append_string(out, is_html ? "<section><h2>" : "");
    (is_html ? html_escape : printable_append)(out, name);
    buffer_append_string(out, is_html ? "</h2><p>" : ": ");
    (is_html ? html_escape : printable_append)(out, article->title);
    buffer_append_string(out, is_html ? "</p><p>" : "\n");
    bool is_out = !append_lengths(out, article, arena);
    buffer_append_format(out, "; kept is what is more probable than %.2f",
            (double)reading->content.limit);
    buffer_append_string(out, is_html ? "</p>\n" : "\n");
    explain_regions(out, &reading->content.land, is_html);
    if (is_html)
        buffer_append_string(out, "<table><tr><th>Kept</th><th>Left out</th></tr>\n");
    append_blocks(out, form, &reading->content);
    if (reading->instead != NULL)
        append_blocks(out, form, &reading->instead->content);
    buffer_append_string(out, is_html ? "</table></section>\n" : "\n");
    return !is_out && !out->failed;
}

palpate_status explain_page(struct buffer *out, enum palpate_explain form,
        palpate_view name, palpate_view html, const struct page_origin *origin,
        struct arena *arena, palpate_error *err)
{
    struct page_reading reading;
    palpate_status status = page_reading_make(&reading, arena, html, origin, err);

    if (status == PALPATE_OK && !append_page(out, form, name, &reading, arena))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory to explain a page");
    return status;
}

void explain_begin(struct buffer *out, enum palpate_explain form)
{
    static const char HEAD[] =
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            "<meta name=\"viewport\" content=\"width=device-width\">"
            "<title>What was kept</title><style>\n"
            ":root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;margin:1rem}"
            "table{border-collapse:collapse;width:100%;table-layout:fixed}"
            "td,th{vertical-align:top;text-align:left;padding:.3rem .6rem;"
            "overflow-wrap:anywhere}td p{margin:0}.heading{font-weight:bold}"
            ".item::before{content:\"\\2022  \"}small{opacity:.75}"
            ".kept div{border-left:4px solid #2a7d3f;padding-left:.5rem}"
            ".dropped div{border-left:4px solid #b3372f;padding-left:.5rem}"
            ".doubtful div{border-left:4px solid #b8860b;padding-left:.5rem}"
            ".comment div{border-left:4px solid #7a4fa3;padding-left:.5rem}\n"
            "</style></head><body><h1>What was kept</h1>\n";

    if (form == PALPATE_EXPLAIN_HTML)
        buffer_append_string(out, HEAD);
}

void explain_end(struct buffer *out, enum palpate_explain form)
{
    if (form == PALPATE_EXPLAIN_HTML)
        buffer_append_string(out, "</body></html>\n");
}
