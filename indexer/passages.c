#include "indexer/passages.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/sentence.h"
#include "core/token.h"
#include "core/view.h"
#include "indexer/kinds.h"

struct heading {
    palpate_view text;
    palpate_view anchor;
    uint8_t level;
};

struct cutter {
    struct article *article;
    struct arena *arena;
    size_t room;
    struct heading path[HEADING_DEPTH];
    uint32_t depth;
    struct buffer text; /* of the passage under way */
    uint32_t words;
    struct buffer whole; /* of the article */
    bool failed;
};

static uint32_t count_words(palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token))
        continue;
    return tokens.position;
}

/* The nearest heading with an id. */
static palpate_view anchor_of(const struct cutter *cutter)
{
    for (uint32_t i = cutter->depth; i-- > 0;)
        if (cutter->path[i].anchor.size > 0)
            return cutter->path[i].anchor;
    return (palpate_view){ NULL, 0 };
}

/* The innermost heading that names a kind decides; an article's first words define. */
static enum passage_kind kind_of(const struct cutter *cutter)
{
    for (uint32_t i = cutter->depth; i-- > 0;) {
        enum passage_kind kind = kind_of_heading(cutter->path[i].text);
        if (kind != KIND_OTHER)
            return kind;
    }
    return cutter->depth == 0 && cutter->article->passage_count == 0 ? KIND_DEFINITION
                                                                     : KIND_OTHER;
}

static void finish(struct cutter *cutter)
{
    struct article *article = cutter->article;
    struct passage passage = { .anchor = anchor_of(cutter), .kind = kind_of(cutter) };

    if (cutter->words > 0 && !cutter->failed) {
        passage.text = arena_copy(cutter->arena, buffer_view(&cutter->text));
        for (uint32_t i = 0; i < cutter->depth; i++)
            passage.heading[passage.heading_count++] = cutter->path[i].text;
        cutter->failed |=
                cutter->text.failed || passage.text.data == NULL ||
                !arena_grow(cutter->arena, (void **)&article->passages, &cutter->room,
                        article->passage_count, sizeof passage);
        if (!cutter->failed)
            article->passages[article->passage_count++] = passage;
    }
    buffer_clear(&cutter->text);
    cutter->words = 0;
}

static void append(struct cutter *cutter, palpate_view text, uint32_t words)
{
    if (cutter->text.size > 0)
        buffer_append_byte(&cutter->text, '\n');
    buffer_append(&cutter->text, text);
    cutter->words += words;
}

/* The end of the sentence at `place`, or of as many of its words as fit a passage. */
static size_t piece_end(palpate_view text, size_t place, uint32_t *words)
{
    size_t end = sentence_end(text, place);
    struct tokenizer tokens = tokens_of(view_slice(text, place, end - place));
    struct token token;

    while (token_next(&tokens, &token)) {
        if (tokens.position <= PASSAGE_MOST)
            continue;
        *words = PASSAGE_MOST;
        return place + token.offset;
    }
    *words = tokens.position;
    return end;
}

/* A block too long for one passage: sentences up to the words aimed for, again and
 * again. */
static void append_split(struct cutter *cutter, palpate_view text)
{
    finish(cutter);
    for (size_t place = 0; place < text.size;) {
        size_t start = place;
        uint32_t words = 0;
        while (place < text.size) {
            uint32_t more = 0;
            size_t end = piece_end(text, place, &more);
            if (words > 0 && words + more > PASSAGE_WORDS + PASSAGE_WORDS / 4)
                break;
            words += more;
            place = end;
            if (words >= PASSAGE_WORDS * 3 / 4)
                break;
        }
        append(cutter, view_trim(view_slice(text, start, place - start)), words);
        finish(cutter);
    }
}

static void take_heading(struct cutter *cutter, const struct block *block)
{
    struct article *article = cutter->article;

    finish(cutter);
    while (cutter->depth > 0 && cutter->path[cutter->depth - 1].level >= block->level)
        cutter->depth--;
    /* The title is on every passage anyway. */
    if (view_equals_ignoring_case(block->text, article->title))
        return;
    if (cutter->depth == HEADING_DEPTH)
        cutter->depth--;
    cutter->path[cutter->depth++] =
            (struct heading){ block->text, block->anchor, block->level };
}

static void take_text(struct cutter *cutter, const struct block *block)
{
    uint32_t words = count_words(block->text);
    bool stands_alone = block->kind == BLOCK_ITEM && words >= PASSAGE_ITEM;

    if (words == 0)
        return;
    if (words > PASSAGE_MOST) {
        append_split(cutter, block->text);
        return;
    }
    if (stands_alone || cutter->words + words > PASSAGE_WORDS + PASSAGE_WORDS / 4)
        finish(cutter);
    append(cutter, block->text, words);
    if (stands_alone || cutter->words >= PASSAGE_WORDS)
        finish(cutter);
}

palpate_status passages_cut(struct article *article, struct arena *arena,
        const struct blocks *blocks, palpate_error *err)
{
    struct cutter cutter = { .article = article, .arena = arena };

    article->passages = NULL;
    article->passage_count = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (cutter.whole.size > 0)
            buffer_append_byte(&cutter.whole, '\n');
        buffer_append(&cutter.whole, block->text);
        if (block->kind == BLOCK_HEADING)
            take_heading(&cutter, block);
        else
            take_text(&cutter, block);
    }
    finish(&cutter);
    article->text = cutter.whole.failed ? (palpate_view){ NULL, 0 }
                                        : arena_copy(arena, buffer_view(&cutter.whole));
    cutter.failed |= article->text.data == NULL;
    buffer_free(&cutter.text);
    buffer_free(&cutter.whole);
    return cutter.failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for passages")
                         : PALPATE_OK;
}
