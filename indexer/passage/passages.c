#include "indexer/passage/passages.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/sentence.h"
#include "core/token.h"
#include "core/view.h"
#include "core/word_count.h"
#include "indexer/passage/heading_path.h"
#include "indexer/passage/kinds.h"
#include "indexer/passage/page_mark.h"

struct cutter {
    struct article *article;
    struct arena *arena;
    size_t room;
    const struct heading *path; /* the innermost that holds, or NULL */
    const struct content *content;
    enum content_verdict verdict; /* of the passage under way */
    struct buffer text;           /* of it */
    uint32_t block;               /* under way */
    uint32_t first_block;         /* of the passage */
    uint32_t last_block;
    uint32_t words;
    bool is_asking; /* it ends with a question: the answer belongs to it */
    bool is_answer; /* it answers one */
    struct {
        size_t start; /* in the text */
        uint32_t words;
        uint32_t block;
        uint32_t before; /* the block before it */
    } question;          /* that it ends with */
    bool is_item; /* it is an item that stands alone, and the short ones after it */
    palpate_view lead;  /* what leads in the list under way, or empty */
    uint32_t lead_size; /* of it at the start of the passage's text, with its '\n' */
    const struct stemming *language; /* of the article */
    bool failed;
};

/* The nearest heading with an id. */
static palpate_view anchor_of(const struct cutter *cutter)
{
    for (const struct heading *at = cutter->path; at != NULL; at = at->above)
        if (at->block->anchor.size > 0)
            return at->block->anchor;
    return (palpate_view){ NULL, 0 };
}

/* The innermost heading that names a kind decides; an article's first words define, and
   what a page folds under a question answers it. */
static enum passage_kind kind_of(const struct cutter *cutter)
{
    bool answers = false;

    for (const struct heading *at = cutter->path; at != NULL; at = at->above) {
        enum passage_kind kind = kind_of_heading(at->block->text, cutter->language);
        if (kind != KIND_OTHER)
            return kind;
        answers |=
                at->block->opens && view_ends_with(at->block->text, PALPATE_VIEW("?"));
    }
    if (answers)
        return KIND_FAQ;
    return cutter->path == NULL && cutter->article->passage_count == 0 ? KIND_DEFINITION
                                                                       : KIND_OTHER;
}

static void describe_passage(const struct cutter *cutter, struct passage *passage)
{
    passage->is_doubtful = cutter->verdict != CONTENT_KEPT;
    if (cutter->verdict == CONTENT_COMMENT) {
        passage->kind = KIND_COMMENT;
        return;
    }
    passage->anchor = page_mark_of(cutter->content, passage->first_block);
    if (passage->anchor.size == 0)
        passage->anchor = anchor_of(cutter);
    passage->kind = kind_of(cutter);
    passage->heading_count = cutter->path == NULL ? 0 : cutter->path->depth;
    for (const struct heading *at = cutter->path; at != NULL; at = at->above)
        passage->heading[at->depth - 1] = at->block->text;
}

static void flush_passage(struct cutter *cutter)
{
    struct article *article = cutter->article;
    struct passage passage = { .anchor = { NULL, 0 } };

    if (cutter->words > 0 && !cutter->failed) {
        passage.text = arena_copy(cutter->arena, buffer_view(&cutter->text));
        passage.lead_size = cutter->lead_size;
        passage.first_block = cutter->first_block;
        passage.last_block = cutter->last_block;
        describe_passage(cutter, &passage);
        cutter->failed |=
                cutter->text.failed || passage.text.data == NULL ||
                !arena_grow(cutter->arena, (void **)&article->passages, &cutter->room,
                        article->passage_count, sizeof passage);
        if (!cutter->failed)
            article->passages[article->passage_count++] = passage;
    }
    buffer_clear(&cutter->text);
    cutter->words = 0;
    cutter->lead_size = 0;
    cutter->is_asking = false;
    cutter->is_answer = false;
    cutter->is_item = false;
}

static void append_text(struct cutter *cutter, palpate_view text, uint32_t words)
{
    if (cutter->text.size > 0)
        buffer_append_byte(&cutter->text, '\n');
    if (cutter->words == 0)
        cutter->first_block = cutter->block;
    cutter->last_block = cutter->block;
    buffer_append(&cutter->text, text);
    cutter->words += words;
}

static void append_question(struct cutter *cutter, palpate_view text, uint32_t words)
{
    if (!cutter->is_asking) {
        cutter->question.start = cutter->text.size > 0 ? cutter->text.size + 1 : 0;
        cutter->question.words = 0;
        cutter->question.block = cutter->block;
        cutter->question.before = cutter->last_block;
    }
    append_text(cutter, text, words);
    cutter->question.words += words;
    cutter->is_asking = true;
}

/* A question that a passage ends with is no part of it: it starts the next one. */
static void part_question(struct cutter *cutter)
{
    size_t start = cutter->question.start;
    uint32_t words = cutter->question.words;
    uint32_t block = cutter->block;

    if (!cutter->is_asking || start == 0)
        return;
    palpate_view question = arena_copy(cutter->arena,
            view_slice(buffer_view(&cutter->text), start, cutter->text.size));
    cutter->failed |= question.data == NULL;
    cutter->text.size = start - 1;
    cutter->words -= words;
    cutter->last_block = cutter->question.before;
    flush_passage(cutter);
    cutter->block = cutter->question.block;
    append_question(cutter, question, words);
    cutter->block = block;
}

/* Finishes the passage where a section ends. */
static void finish_passage(struct cutter *cutter)
{
    part_question(cutter);
    flush_passage(cutter);
}

/* Finishes the passage before the next text, which answers a question at its end. */
static void turn_passage(struct cutter *cutter)
{
    part_question(cutter);
    if (!cutter->is_asking)
        flush_passage(cutter);
}

/* The end of the sentence at `place`, or of as many of its words as fit a passage. */
static size_t piece_end(palpate_view text, size_t place, uint32_t *words)
{
    /* A sentence that goes on and on is cut at its words; looking for its end again and
       again takes minutes where five megabytes have none. */
    enum { MAX_SENTENCE = 8 * 1024 };
    size_t end = sentence_end(view_slice(text, 0, place + MAX_SENTENCE), place);
    struct tokenizer tokens = tokens_of(view_slice(text, place, end - place));
    struct token token;

    while (token_next(&tokens, &token)) {
        if (tokens.position <= MAX_PASSAGE)
            continue;
        *words = MAX_PASSAGE;
        return place + token.offset;
    }
    *words = tokens.position;
    return end;
}

/* A block too long for one passage: sentences up to the words aimed for, again and
 * again. */
static void append_split(struct cutter *cutter, palpate_view text)
{
    turn_passage(cutter);
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
        append_text(cutter, view_trim(view_slice(text, start, place - start)), words);
        finish_passage(cutter);
    }
}

static void take_heading(struct cutter *cutter, const struct block *block)
{
    finish_passage(cutter);
    /* The title is on every passage anyway. */
    if (view_equals_ignoring_case(block->text, cutter->article->title)) {
        cutter->path = heading_path_skip(cutter->path, block);
        return;
    }
    const struct heading *path = heading_path_enter(cutter->arena, cutter->path, block);
    cutter->failed |= path == NULL;
    cutter->path = path;
}

/* Leaves the sections that end before a place. */
static void leave_sections(struct cutter *cutter, uint32_t place)
{
    const struct heading *path = heading_path_at(cutter->path, place);

    if (path == cutter->path)
        return;
    finish_passage(cutter);
    cutter->path = path;
    cutter->lead = (palpate_view){ NULL, 0 };
}

/* A question that its answer follows: a term of a definition list, the button that
   unfolds it, a line of its own. */
static bool is_question(const struct block *block, uint32_t words)
{
    enum { QUESTION_WORDS = 25 };

    return block->kind == BLOCK_TEXT && words <= QUESTION_WORDS &&
           view_ends_with(block->text, PALPATE_VIEW("?"));
}

/* An item that stands alone says what it is an item of. */
static void append_lead(struct cutter *cutter)
{
    if (cutter->lead.size == 0 || cutter->text.size > 0)
        return;
    buffer_append(&cutter->text, cutter->lead);
    cutter->lead_size = (uint32_t)cutter->lead.size + 1; /* and the '\n' after it */
}

static palpate_view last_sentence(palpate_view text)
{
    size_t start = 0;

    for (size_t end = sentence_end(text, 0); end < text.size;
            end = sentence_end(text, end))
        start = end;
    return view_trim(view_slice(text, start, text.size));
}

/* What only leads in the item to come is no passage of its own. */
static void drop_lead(struct cutter *cutter)
{
    buffer_clear(&cutter->text);
    cutter->words = 0;
}

static void note_lead(struct cutter *cutter, const struct block *block, uint32_t words)
{
    enum { LEAD_WORDS = 30 };

    if (block->kind == BLOCK_ITEM)
        return;
    cutter->lead = (palpate_view){ NULL, 0 };
    if (block->kind != BLOCK_TEXT || !view_ends_with(block->text, PALPATE_VIEW(":")))
        return;
    palpate_view last = words <= LEAD_WORDS ? block->text : last_sentence(block->text);
    if (word_count(last) <= LEAD_WORDS)
        cutter->lead = last;
}

static bool stands_alone(const struct block *block, uint32_t words)
{
    return block->kind == BLOCK_ITEM && words >= PASSAGE_ITEM;
}

/* Whether a block of that many words is not of the passage under way. */
static bool starts_anew(
        const struct cutter *cutter, const struct block *block, uint32_t words)
{
    uint32_t both = cutter->words + words;

    if (cutter->is_asking && both <= MAX_PASSAGE)
        return false;
    if (stands_alone(block, words) || both > PASSAGE_WORDS + PASSAGE_WORDS / 4)
        return true;
    if (cutter->is_item)
        return block->kind != BLOCK_ITEM;
    return is_question(block, words) &&
           (cutter->is_answer || cutter->words > PASSAGE_WORDS / 2);
}

static void take_text(struct cutter *cutter, const struct block *block)
{
    uint32_t words = word_count(block->text);
    bool asks = is_question(block, words);
    bool is_item = stands_alone(block, words);

    note_lead(cutter, block, words);
    if (words == 0)
        return;
    if (words > MAX_PASSAGE) {
        append_split(cutter, block->text);
        return;
    }
    if (is_item && view_equals(buffer_view(&cutter->text), cutter->lead))
        drop_lead(cutter);
    if (starts_anew(cutter, block, words))
        turn_passage(cutter);
    if (block->kind == BLOCK_ITEM)
        append_lead(cutter);
    if (asks) {
        append_question(cutter, block->text, words);
    } else {
        append_text(cutter, block->text, words);
        cutter->is_answer |= cutter->is_asking;
        cutter->is_asking = false;
    }
    cutter->is_item = !asks && (is_item || cutter->is_item);
    if (!asks && cutter->words >= PASSAGE_WORDS)
        finish_passage(cutter);
}

static void take_block(struct cutter *cutter, uint32_t number, bool is_head)
{
    const struct block *block = &cutter->content->land.blocks->items[number];
    enum content_verdict verdict = cutter->content->verdict[number];

    cutter->block = number;
    leave_sections(cutter, block->place);
    if (is_head) {
        take_heading(cutter, block);
        cutter->lead = (palpate_view){ NULL, 0 };
        return;
    }
    if (verdict == CONTENT_DROPPED || block->kind == BLOCK_HEADING)
        return;
    if (verdict != cutter->verdict)
        turn_passage(cutter);
    cutter->verdict = verdict;
    take_text(cutter, block);
}

palpate_status passages_cut(struct article *article, struct arena *arena,
        const struct content *content, palpate_error *err)
{
    struct cutter cutter = { .article = article,
        .arena = arena,
        .content = content,
        .language = stemming_of(article->facts.language) };
    const uint8_t *heads = headings_find(arena, content);

    /* Room for all at once: what is not used is never touched. */
    cutter.room = (size_t)content->land.blocks->count + 1;
    article->passages = arena_alloc(arena, cutter.room * sizeof *article->passages);
    article->passage_count = 0;
    cutter.failed = article->passages == NULL;
    cutter.verdict = CONTENT_KEPT;
    for (uint32_t i = 0; heads != NULL && i < content->land.blocks->count; i++)
        take_block(&cutter, i, heads[i] != 0);
    finish_passage(&cutter);
    cutter.failed |= heads == NULL;
    buffer_free(&cutter.text);
    return cutter.failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for passages")
                         : PALPATE_OK;
}
