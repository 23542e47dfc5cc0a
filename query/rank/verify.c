#include "query/rank/verify.h"

#include "core/term.h"

static const uint32_t NO_OCCURRENCE = UINT32_MAX;

/* The first occurrence from `from` on that is `wanted` at `position`. */
static uint32_t find_at(const struct matches *matches, uint32_t from, uint32_t wanted,
        uint32_t position)
{
    for (uint32_t i = from; i < matches->count; i++) {
        if (matches->items[i].position > position)
            break;
        if (matches->items[i].position == position &&
                matches->items[i].wanted == wanted)
            return i;
    }
    return NO_OCCURRENCE;
}

/* Whether the phrase starts with the word at `start`. */
static bool is_phrase_at(
        const struct query_node *node, const struct matches *matches, uint32_t start)
{
    uint32_t position = matches->items[start].position;

    if (matches->items[start].wanted != node->words[0].wanted)
        return false;
    for (uint32_t i = 1; i < node->word_count; i++)
        if (find_at(matches, start + 1, node->words[i].wanted, position + i) ==
                NO_OCCURRENCE)
            return false;
    return true;
}

/* Whether all words of the NEAR stand within its window from the occurrence `start` on.
 */
static bool is_near_at(
        const struct query_node *node, const struct matches *matches, uint32_t start)
{
    uint32_t end = matches->items[start].position + node->window;

    for (uint32_t word = 0; word < node->word_count; word++) {
        uint32_t i = start;
        while (i < matches->count && matches->items[i].position <= end &&
                matches->items[i].wanted != node->words[word].wanted)
            i++;
        if (i == matches->count || matches->items[i].position > end)
            return false;
    }
    return true;
}

static bool is_word_at(
        const struct query_node *node, const struct matches *matches, uint32_t start)
{
    return matches->items[start].wanted == node->words[0].wanted;
}

typedef bool holds_at(
        const struct query_node *node, const struct matches *matches, uint32_t start);

static holds_at *test_of(const struct query_node *node)
{
    switch (node->kind) {
    case QUERY_PHRASE: return is_phrase_at;
    case QUERY_NEAR: return is_near_at;
    default: return is_word_at;
    }
}

static bool is_looked_at(const struct query_node *node, enum passage_field field)
{
    switch (node->field) {
    case QUERY_TITLE: return field == FIELD_TITLE;
    case QUERY_HEADING: return field == FIELD_HEADING;
    default: return true;
    }
}

static bool leaf_holds(
        const struct query_node *node, const struct passage_matches *matches)
{
    holds_at *holds = test_of(node);

    for (int field = 0; field < FIELD_COUNT; field++) {
        const struct matches *here = &matches->field[field];
        if (!is_looked_at(node, (enum passage_field)field))
            continue;
        for (uint32_t i = 0; i < here->count; i++)
            if (holds(node, here, i))
                return true;
    }
    return false;
}

uint32_t verify_count(const struct query_node *leaf,
        const struct passage_matches *matches, enum passage_field field)
{
    const struct matches *here = &matches->field[field];
    holds_at *holds = test_of(leaf);
    uint32_t count = 0;

    for (uint32_t i = 0; i < here->count; i++)
        count += holds(leaf, here, i);
    return count;
}

static bool is_filter(const struct query_node *node)
{
    return node->kind == QUERY_FILTER || node->kind == QUERY_DATES;
}

static bool list_holds(
        const struct query_node *list, const struct passage_matches *matches)
{
    bool wants_any = false; /* something would do, nothing is demanded */
    bool has_any = false;

    for (uint32_t i = 0; i < list->child_count; i++) {
        const struct query_node *child = list->children[i];
        if (is_filter(child))
            continue;
        bool holds = verify_node(child, matches);
        if (holds ? child->role == QUERY_MUST_NOT : child->role == QUERY_MUST)
            return false;
        wants_any |= child->role == QUERY_SHOULD;
        has_any |= child->role == QUERY_MUST || (child->role == QUERY_SHOULD && holds);
    }
    return has_any || !wants_any;
}

bool verify_node(const struct query_node *node, const struct passage_matches *matches)
{
    if (is_filter(node))
        return true;
    return node->kind == QUERY_LIST ? list_holds(node, matches)
                                    : leaf_holds(node, matches);
}

/* Whether the index knows for sure which passages have it. */
static bool is_plain_word(const struct query_node *node)
{
    if (node->field != QUERY_ANYWHERE || node->word_count == 0)
        return false;
    return node->kind == QUERY_PREFIX
                   ? node->words[0].is_unfinished
                   : node->kind == QUERY_WORD && !query_word_is_stop(&node->words[0]);
}

bool verify_is_needed(const struct query_node *node)
{
    if (is_filter(node))
        return false;
    if (node->kind != QUERY_LIST)
        return !is_plain_word(node);
    for (uint32_t i = 0; i < node->child_count; i++) {
        const struct query_node *child = node->children[i];
        bool is_optional_stop_word = child->kind == QUERY_WORD &&
                                     child->role == QUERY_SHOULD &&
                                     child->field == QUERY_ANYWHERE;
        if (!is_optional_stop_word && verify_is_needed(child))
            return true;
    }
    return false;
}

static void mark_from(const struct query_node *node, const struct matches *matches,
        uint32_t start, verify_visit *each, void *user)
{
    const struct occurrence *first = &matches->items[start];

    if (node->kind == QUERY_PHRASE) {
        for (uint32_t i = 0; i < node->word_count; i++)
            each(user, &matches->items[find_at(matches, start, node->words[i].wanted,
                               first->position + i)]);
        return;
    }
    if (node->kind != QUERY_NEAR) {
        each(user, first);
        return;
    }
    for (uint32_t i = start;
            i < matches->count &&
            matches->items[i].position <= first->position + node->window;
            i++)
        for (uint32_t word = 0; word < node->word_count; word++)
            if (matches->items[i].wanted == node->words[word].wanted)
                each(user, &matches->items[i]);
}

void verify_marks(const struct query_node *node, const struct passage_matches *matches,
        enum passage_field field, verify_visit *each, void *user)
{
    const struct matches *here = &matches->field[field];

    if (node->role == QUERY_MUST_NOT || is_filter(node))
        return;
    for (uint32_t i = 0; i < node->child_count; i++)
        verify_marks(node->children[i], matches, field, each, user);
    if (node->kind == QUERY_LIST || !is_looked_at(node, field))
        return;
    if (node->kind == QUERY_WORD && query_word_is_stop(&node->words[0]))
        return; /* "the" alone is nothing to point at */
    holds_at *holds = test_of(node);
    for (uint32_t i = 0; i < here->count; i++)
        if (holds(node, here, i))
            mark_from(node, here, i, each, user);
}
