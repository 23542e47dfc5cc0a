#include "indexer/article/declared.h"

#include <string.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/table.h"
#include "core/view.h"
#include "indexer/article/question_text.h"

enum {
    START = 24,        /* bytes of letters that tell an answer */
    MAX_BLOCK = 20000, /* bytes of a block that may hold question and answer */
    MAX_LEVEL = 6
};

/* A declared answer, of both texts only the letters and digits. */
struct pair {
    palpate_view question;
    palpate_view answer;
    const struct declared_answer *declared;
    bool is_found;
};

struct marker {
    struct blocks *blocks;
    struct arena *arena;
    const struct tree *tree;
    struct pair *pairs;
    uint32_t count;
    struct table table; /* of questions */
    struct block *out;
    uint32_t out_count;
    uint8_t level; /* of the last heading that is no label */
    bool failed;
};

static struct table_slot *slot_of(const struct marker *marker, palpate_view question)
{
    struct table_slot *slot = table_first(&marker->table, hash_of(question));

    while (slot->number != 0 &&
            !view_equals(marker->pairs[slot->number - 1].question, question))
        slot = table_next(&marker->table, slot);
    return slot;
}

static void list_pairs(struct marker *marker, const struct article *article)
{
    marker->pairs =
            arena_zeroed(marker->arena, article->declared_count, sizeof *marker->pairs);
    marker->failed = marker->pairs == NULL ||
                     !table_make_room(&marker->table, article->declared_count);
    for (uint32_t i = 0; !marker->failed && i < article->declared_count; i++) {
        const struct declared_answer *declared = &article->declared[i];
        struct pair *pair = &marker->pairs[marker->count];
        *pair = (struct pair){
            .question = question_letters(
                    marker->arena, question_without_number(declared->question)),
            .answer = question_letters(marker->arena, declared->answer),
            .declared = declared,
        };
        marker->failed = pair->question.data == NULL || pair->answer.data == NULL;
        if (marker->failed || pair->question.size == 0 || pair->answer.size == 0)
            continue;
        struct table_slot *slot = slot_of(marker, pair->question);
        if (slot->number != 0)
            continue;
        table_put(&marker->table, slot, hash_of(pair->question), ++marker->count);
    }
}

/* Whether a block is, or starts, the answer. */
static bool starts_answer(const struct pair *pair, palpate_view letters)
{
    enum { BEFORE = 8 /* bytes, such as "A." or "Answer" */ };
    palpate_view start = view_slice(pair->answer, 0, START);
    palpate_view head = view_slice(letters, 0, START + BEFORE);

    if (letters.size < start.size)
        return view_starts_with(pair->answer, letters);
    return view_find(head, start) < head.size;
}

/* The block after the answer that starts at `first`; `first` where it is none.
   `*is_whole`: the blocks say all that the data say. */
static uint32_t end_of_answer(
        struct marker *marker, const struct pair *pair, uint32_t first, bool *is_whole)
{
    enum { WHOLE = 90 /* percent */ };
    const struct blocks *blocks = marker->blocks;
    size_t said = 0;
    uint32_t i = first;

    for (; i < blocks->count && said < pair->answer.size; i++) {
        palpate_view letters = question_letters(marker->arena, blocks->items[i].text);
        marker->failed |= letters.data == NULL;
        if (!marker->failed && letters.size == 0)
            continue;
        if (marker->failed ||
                (said == 0 ? !starts_answer(pair, letters)
                           : view_find(pair->answer, letters) == pair->answer.size))
            break;
        said += letters.size;
    }
    *is_whole = said * 100 >= pair->answer.size * WHOLE;
    return i;
}

static void put(struct marker *marker, const struct block *block)
{
    marker->out[marker->out_count++] = *block;
}

/* The node where block `number` is read, or the end of the page. */
static uint32_t place_of(const struct marker *marker, uint32_t number)
{
    return number < marker->blocks->count ? marker->blocks->items[number].place
                                          : marker->tree->count;
}

/* `block`, as the heading of what follows it up to the node `end`. */
static struct block heading_of(
        const struct marker *marker, const struct block *block, uint32_t end)
{
    struct block heading = *block;
    uint8_t level = (uint8_t)(marker->level + 1);

    heading.is_declared = true;
    if (block->kind == BLOCK_HEADING)
        return heading;
    heading.kind = BLOCK_HEADING;
    heading.level = level < MAX_LEVEL ? level : MAX_LEVEL;
    heading.opens = true;
    heading.end = end;
    return heading;
}

/* The answer of the data, in the place of one that a script would put there. */
static struct block told_answer(const struct pair *pair, const struct block *question)
{
    return (struct block){ .kind = BLOCK_TEXT,
        .is_ignored = question->is_ignored,
        .is_declared = true,
        .text = pair->declared->answer,
        .owner = question->owner,
        .first = question->first,
        .place = question->place };
}

static struct pair *pair_of(struct marker *marker, palpate_view text)
{
    palpate_view letters =
            question_letters(marker->arena, question_without_number(text));

    marker->failed |= letters.data == NULL;
    if (marker->failed || letters.size == 0)
        return NULL;
    uint32_t number = slot_of(marker, letters)->number;
    return number > 0 ? &marker->pairs[number - 1] : NULL;
}

/* The first text of a block after `letters` bytes of letters, where it starts there. */
static uint32_t text_after(
        const struct marker *marker, const struct block *block, size_t letters)
{
    enum { MAX_LOOKS = 100 };
    const struct tree *tree = marker->tree;
    uint32_t end = block->first + MAX_LOOKS;

    for (uint32_t i = block->first; i < end && i < tree->count; i++) {
        if (!tree->nodes[i].is_text || view_trim(tree->nodes[i].text).size == 0)
            continue;
        if (letters == 0)
            return i;
        palpate_view of_text = question_letters(marker->arena, tree->nodes[i].text);
        if (of_text.data == NULL || of_text.size > letters)
            break;
        letters -= of_text.size;
    }
    return block->first;
}

/* Takes a block that holds a question and its answer apart. */
static void put_parts(
        struct marker *marker, const struct block *block, size_t letters, uint32_t end)
{
    size_t size = question_size(block->text, letters);
    struct block answer = *block;
    struct block question = *block;

    question.text = view_slice(block->text, 0, size);
    question.links = 0;
    answer.text = view_trim(view_slice(block->text, size, block->text.size));
    answer.first = text_after(marker, block, letters);
    answer.place = answer.first;
    answer.is_declared = true;
    question = heading_of(marker, &question, end);
    put(marker, &question);
    put(marker, &answer);
}

/* The pair whose question a block starts with, and the answer goes on; NULL if none. */
static struct pair *pair_in(
        struct marker *marker, const struct block *block, size_t *size)
{
    palpate_view rest = question_without_number(block->text);
    palpate_view letters = { NULL, 0 };

    if (block->kind == BLOCK_HEADING || rest.size > MAX_BLOCK)
        return NULL;
    letters = question_letters(marker->arena, rest);
    marker->failed |= letters.data == NULL;
    for (uint32_t i = 0; !marker->failed && i < marker->count; i++) {
        struct pair *pair = &marker->pairs[i];
        palpate_view after = view_slice(letters, pair->question.size, letters.size);
        if (pair->is_found || after.size == 0 ||
                !view_starts_with(letters, pair->question) ||
                !starts_answer(pair, after))
            continue;
        palpate_view before = view_slice(block->text, 0, block->text.size - rest.size);
        palpate_view number = question_letters(marker->arena, before);
        marker->failed |= number.data == NULL;
        *size = pair->question.size + number.size;
        return pair;
    }
    return NULL;
}

/* Marks a question that is a block of its own, and its answer.  Returns the block after
   them; `number` where it is no such question. */
static uint32_t take_question(struct marker *marker, uint32_t number)
{
    const struct block *block = &marker->blocks->items[number];
    struct pair *pair = pair_of(marker, block->text);
    bool is_whole = false;

    if (pair == NULL || pair->is_found)
        return number;
    uint32_t end = end_of_answer(marker, pair, number + 1, &is_whole);
    if (end == number + 1)
        return number;
    pair->is_found = true;
    struct block heading = heading_of(marker, block, place_of(marker, end));
    if (is_whole && heading.end > place_of(marker, end))
        heading.end = place_of(marker, end);
    put(marker, &heading);
    for (uint32_t i = number + 1; i < end; i++) {
        put(marker, &marker->blocks->items[i]);
        marker->out[marker->out_count - 1].is_declared = true;
    }
    return end;
}

static uint32_t take_block(struct marker *marker, uint32_t number)
{
    const struct block *block = &marker->blocks->items[number];
    size_t letters = 0;
    uint32_t next = take_question(marker, number);

    if (block->kind == BLOCK_HEADING && !block->opens)
        marker->level = block->level;
    if (next > number || marker->failed)
        return next;
    struct pair *pair = pair_in(marker, block, &letters);
    if (pair == NULL) {
        put(marker, block);
        return number + 1;
    }
    pair->is_found = true;
    put_parts(marker, block, letters, place_of(marker, number + 1));
    return number + 1;
}

/* Whether nothing stands in the item of a question but itself, or the next question
   follows: no other wording of the answer is on the page. */
static bool has_no_answer(struct marker *marker, const struct block *blocks,
        uint32_t count, uint32_t number)
{
    const struct node *nodes = marker->tree->nodes;
    const struct block *block = &blocks[number];

    if (number + 1 == count)
        return true;
    if (blocks[number + 1].is_declared ||
            pair_of(marker, blocks[number + 1].text) != NULL)
        return true;
    return blocks[number + 1].place >= nodes[nodes[block->owner].parent].end;
}

/* Puts a question, and the answer of the data as what it heads. */
static void put_told(
        struct marker *marker, struct pair *pair, const struct block *block)
{
    uint32_t end = block->place + 1;
    struct block question = heading_of(marker, block, end);
    struct block answer = told_answer(pair, block);

    question.opens = true;
    question.end = end;
    pair->is_found = true;
    put(marker, &question);
    put(marker, &answer);
}

/* Gives questions without an answer on the page that of the data. */
static void add_answers(struct marker *marker)
{
    const struct block *blocks = marker->out;
    uint32_t count = marker->out_count;

    marker->out = arena_alloc(
            marker->arena, ((size_t)count + marker->count) * sizeof *marker->out);
    marker->failed = marker->out == NULL;
    marker->out_count = 0;
    for (uint32_t i = 0; !marker->failed && i < count; i++) {
        const struct block *block = &blocks[i];
        struct pair *pair = pair_of(marker, block->text);
        if (block->kind == BLOCK_HEADING && !block->opens)
            marker->level = block->level;
        bool is_told = pair != NULL && !pair->is_found && !block->opens &&
                       block->links == 0 && has_no_answer(marker, blocks, count, i);
        if (is_told && !marker->failed)
            put_told(marker, pair, block);
        else
            put(marker, block);
    }
}

palpate_status declared_mark(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, const struct article *article, palpate_error *err)
{
    struct arena scratch = { 0 };
    struct marker marker = { .blocks = blocks, .arena = &scratch, .tree = tree };

    if (article->declared_count == 0)
        return PALPATE_OK;
    marker.table.arena = &scratch;
    list_pairs(&marker, article);
    marker.out = arena_alloc(&scratch, 2 * (size_t)blocks->count * sizeof *marker.out);
    marker.failed |= marker.out == NULL;
    for (uint32_t i = 0; !marker.failed && i < blocks->count;)
        i = take_block(&marker, i);
    if (!marker.failed)
        add_answers(&marker);
    size_t size = marker.out_count * sizeof *blocks->items;
    struct block *items = marker.failed ? NULL : arena_alloc(arena, size);
    if (items != NULL) {
        memcpy(items, marker.out, size);
        blocks->items = items;
        blocks->count = marker.out_count;
    }
    arena_free(&scratch);
    return items != NULL
                   ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY, "out of memory for blocks of text");
}
