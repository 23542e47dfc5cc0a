#include "server/choices.h"

#include <stdio.h>

#include "server/ask.h"

enum { KINDS_OF = 50 }; /* hits whose kinds are to choose from */

/* Asks the same with another number of hits and of values, and from the start. */
static palpate_answer *ask_other(struct request *request, struct worker *worker,
        struct arguments *other, uint32_t hits, uint32_t facets)
{
    char limit[16];
    char values[16];

    int limit_size = snprintf(limit, sizeof limit, "%u", hits);
    int values_size = snprintf(values, sizeof values, "%u", facets);
    asked_drop(other, "offset");
    asked_set(other, "limit", (palpate_view){ limit, (size_t)limit_size });
    asked_set(other, "facets", (palpate_view){ values, (size_t)values_size });
    return ask_beside(request, worker, other);
}

static palpate_answer *find_wide(
        const struct shown *shown, struct request *request, struct worker *worker)
{
    struct arguments other = shown->asked;
    bool is_of_kind = asked_count(&other, "kind") > 0;
    uint32_t hits = shown->limits.hits < KINDS_OF ? shown->limits.hits : KINDS_OF;

    if (!is_of_kind && asked_count(&other, "disable") == 0)
        return NULL;
    asked_drop(&other, "kind");
    asked_drop(&other, "disable");
    return ask_other(request, worker, &other, is_of_kind ? hits : 1, 0);
}

static palpate_answer *find_counted(
        const struct shown *shown, struct request *request, struct worker *worker)
{
    struct arguments other = shown->asked;

    asked_drop_filters(&other);
    asked_drop(&other, "sort");
    if (shown->question->options.facet_values == 0 ||
            shown->question->filter_count == 0)
        return NULL;
    return ask_other(request, worker, &other, 1, shown->question->options.facet_values);
}

void choices_find(struct choices *choices, struct shown *shown, struct request *request,
        struct worker *worker)
{
    *choices = (struct choices){ .wide = find_wide(shown, request, worker),
        .counted = find_counted(shown, request, worker) };
    shown->wide = choices->wide != NULL ? choices->wide : shown->answer;
    shown->counted = choices->counted != NULL ? choices->counted : shown->answer;
}

void choices_free(struct choices *choices)
{
    palpate_answer_free(choices->wide);
    palpate_answer_free(choices->counted);
}
