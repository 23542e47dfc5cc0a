#include "query/index/filters.h"

#include <stdio.h>

#include "core/buffer.h"
#include "core/kind.h"
#include "core/label.h"
#include "core/schema.h"
#include "core/token.h"
#include "core/view.h"
#include "query/index/query_builder.h"

bool filters_is(const struct query_node *node)
{
    return node->kind == QUERY_FILTER || node->kind == QUERY_DATES;
}

void filters_collect(
        struct filters *filters, const struct query_node *node, bool is_banned)
{
    is_banned |= node->role == QUERY_MUST_NOT;
    if (filters_is(node)) {
        size_t *count = is_banned ? &filters->banned_count : &filters->wanted_count;
        if (*count == MAX_FILTERS)
            filters->is_cut = true;
        else
            (is_banned ? filters->banned : filters->wanted)[(*count)++] = node;
    }
    for (uint32_t i = 0; i < node->child_count; i++)
        filters_collect(filters, node->children[i], is_banned);
}

static void add_prefixed(
        struct query_builder *to, const char *prefix, palpate_view value)
{
    struct buffer term = { 0 };

    buffer_append_string(&term, prefix);
    buffer_append(&term, value);
    if (term.failed)
        to->reason = (xc_error){ XC_NO_MEMORY, "out of memory for a filter" };
    else if (term.size <= XC_TERM_SIZE)
        query_builder_add_term(to, buffer_view(&term));
    buffer_free(&term);
}

static void add_dates(struct query_builder *to, const struct query_node *node)
{
    char first[16];
    char last[16];
    const xc_query *query = NULL;

    (void)snprintf(first, sizeof first, "%08u", node->first_date);
    (void)snprintf(last, sizeof last, "%08u", node->last_date);
    const xc_bytes from = { first, 8 };
    const xc_bytes to_date = { last, 8 };
    if (!query_builder_failed(to))
        (void)xc_query_range(&query, to->pool, SLOT_DATE, &from, &to_date, &to->reason);
    query_builder_add(to, query);
}

/* All words of a name. */
static void add_author(struct query_builder *to, palpate_view name)
{
    struct query_builder all = { .pool = to->pool };
    struct tokenizer tokens = tokens_of(name);
    struct token token;

    while (token_next(&tokens, &token)) {
        char folded[WORD_SIZE];
        size_t size = word_fold(view_slice(name, token.offset, token.size), folded);
        add_prefixed(&all, PREFIX_AUTHOR, (palpate_view){ folded, size });
    }
    query_builder_add(to, query_builder_combine(&all, XC_AND));
    (void)query_builder_report(&to->reason, &all);
}

static void add_label(struct query_builder *to, palpate_view value)
{
    const struct label label = label_of(value);
    char key[LABEL_KEY_SIZE];
    size_t size = label_key(&label, key);

    if (size > 0)
        add_prefixed(to, PREFIX_LABEL, (palpate_view){ key, size });
}

static void add_filter(struct query_builder *to, const struct query_node *node)
{
    palpate_view value = node->value;

    switch (node->field) {
    case QUERY_KIND: add_prefixed(to, PREFIX_KIND, value); break;
    case QUERY_AUTHOR: add_author(to, value); break;
    case QUERY_SITE:
        if (view_starts_with(value, PALPATE_VIEW("www.")))
            value = view_slice(value, 4, value.size);
        add_prefixed(to, PREFIX_SITE, value);
        break;
    case QUERY_LANGUAGE: add_prefixed(to, PREFIX_LANGUAGE, value); break;
    case QUERY_LABEL: add_label(to, value); break;
    default: add_dates(to, node); break;
    }
}

static bool asks_for_comments(const struct filters *filters)
{
    for (size_t i = 0; i < filters->wanted_count; i++)
        if (filters->wanted[i]->field == QUERY_KIND &&
                view_equals(filters->wanted[i]->value, kind_word(KIND_COMMENT)))
            return true;
    return false;
}

/* Whether one of two filters is enough: they are of one field, and labels of one name.
 */
static bool is_alternative(const struct query_node *a, const struct query_node *b)
{
    char one[COMPLETION_SIZE];
    char other[COMPLETION_SIZE];

    if (a->field != b->field || a->field != QUERY_LABEL)
        return a->field == b->field;
    palpate_view name = { one, completion_key(label_of(a->value).name, one) };
    size_t size = completion_key(label_of(b->value).name, other);
    return view_equals(name, (palpate_view){ other, size });
}

/* Whether a filter before this one has taken it as an alternative. */
static bool is_said_before(const struct filters *filters, size_t place)
{
    for (size_t i = 0; i < place; i++)
        if (is_alternative(filters->wanted[i], filters->wanted[place]))
            return true;
    return false;
}

const xc_query *filters_apply(
        const struct filters *filters, const xc_query *query, xc_error *reason)
{
    struct query_builder all = { .pool = filters->pool };
    struct query_builder banned = { .pool = filters->pool };
    struct query_builder without = { .pool = filters->pool };

    query_builder_add(&all, query);
    for (size_t first = 0; first < filters->wanted_count; first++) {
        struct query_builder any = { .pool = filters->pool };
        if (is_said_before(filters, first))
            continue;
        for (size_t i = first; i < filters->wanted_count; i++)
            if (is_alternative(filters->wanted[first], filters->wanted[i]))
                add_filter(&any, filters->wanted[i]);
        const xc_query *clause = query_builder_combine(&any, XC_OR);
        if (query_builder_report(reason, &any) || clause == NULL)
            return NULL; /* a value that no passage can have */
        query_builder_add(&all, clause);
    }
    for (size_t i = 0; i < filters->banned_count; i++)
        add_filter(&banned, filters->banned[i]);
    /* What readers wrote is no advice: it is found only by those who look for it. */
    if (!asks_for_comments(filters))
        add_prefixed(&banned, PREFIX_KIND, kind_word(KIND_COMMENT));
    query_builder_add(&without, query_builder_combine(&all, XC_FILTER));
    query_builder_add(&without, query_builder_combine(&banned, XC_OR));
    query = query_builder_combine(&without, XC_AND_NOT);
    if (query_builder_report(reason, &all) || query_builder_report(reason, &banned) ||
            query_builder_report(reason, &without))
        return NULL;
    return query;
}
