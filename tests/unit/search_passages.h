/* The passages of a small site that the tests of searching share. */
#ifndef TESTS_SEARCH_PASSAGES_H
#define TESTS_SEARCH_PASSAGES_H

#include <palpate/view.h>

#include "core/view.h"
#include "fixture_search.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "Frozen shoulder is a stiff and painful shoulder joint.", KIND_DEFINITION,
            "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Treatment",
            "Gentle joint mobilisation may help a stiff shoulder. Exercises are done "
            "daily.",
            KIND_TREATMENT, "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Cautions",
            "Do not force the arm. Avoid manipulation with osteoporosis.",
            KIND_CONTRAINDICATIONS, "2023-04-18" },
    { "https://c.example/capsulitis/", "Adhesive capsulitis", "Stages",
            "Adhesive capsulitis goes through a painful and a stiff stage.",
            KIND_SYMPTOMS, "2021-01-02" },
    { "https://c.example/cold/", "Heat or cold", "Cold packs",
            "A bag of frozen peas on a sore shoulder may ease the pain after exercise.",
            KIND_TREATMENT, "2020-06-30" },
    { "https://c.example/lymph/", "Manual lymphatic drainage", NULL,
            "Gentle strokes move fluid in a limb with oedema.", KIND_TREATMENT, NULL },
    { "https://c.example/ankle/", "Ankle sprain", "Exercises",
            "Stand on one leg. Later, walk on uneven ground. The lateral ligament "
            "heals.",
            KIND_EXERCISES, "2024-02-01" },
    { "https://c.example/tape/", "Taping", NULL,
            "Adhesive tape may irritate the skin of the shoulder.", KIND_OTHER,
            "2019-01-01" },
};

static const char THESAURUS[] = "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n";

static inline int open_search_passages(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
}

static inline void ask(const char *query)
{
    ask_with(query, NULL);
}

static inline void assert_view(palpate_view view, const char *expected)
{
    if (!view_equals(view, view_of(expected)))
        fail_msg("<%.*s> is not <%s>", (int)view.size, view.data, expected);
}

static inline void assert_first(const char *query, const char *url, const char *heading)
{
    ask(query);
    if (answer->hit_count == 0)
        fail_msg("nothing found for %s", query);
    assert_view(answer->hits[0].url, url);
    if (heading == NULL)
        assert_int_equal(answer->hits[0].heading_count, 0);
    else
        assert_view(answer->hits[0].heading[0], heading);
}

static inline void assert_nothing(const char *query)
{
    ask(query);
    if (answer->hit_count > 0)
        fail_msg("%s found %.*s", query, (int)answer->hits[0].text.size,
                answer->hits[0].text.data);
    assert_int_equal(answer->total, 0);
    assert_true(answer->total_is_exact);
}

#endif
