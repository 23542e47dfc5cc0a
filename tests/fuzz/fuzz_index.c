#include "fuzz_index.h"

#include <stdlib.h>

#include "fixture_index.h"
#include "fuzz.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "A frozen shoulder is stiff and hurts at night.", KIND_OTHER,
            "2021-05-07" },
    { "https://c.example/frozen/", "Frozen shoulder", "Treatment",
            "Joint mobilisation and gentle exercises loosen a stiff shoulder.",
            KIND_OTHER, "2021-05-07" },
    { "https://c.example/frozen/", "Frozen shoulder", "When to see a doctor",
            "See a doctor if the shoulder is hot, or if you have a fever.",
            KIND_RED_FLAGS, "2021-05-07" },
    { "https://d.example/cold/", "Cold packs", NULL,
            "A bag of frozen peas cools a sore knee. Do not put ice on bare skin.",
            KIND_OTHER, NULL },
    { "https://d.example/lymph/", "Lymphoedema \xC3\xA9t\xC3\xA9", "Signs",
            "Oedema of the leg leaves a dent & does not go away <over> night.",
            KIND_OTHER, "2019-01-31" },
};

static const char THESAURUS[] = "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n"
                                "oedema\tswelling\tlay\town\n";

/* Decisions that questions of the corpus meet. */
static const char RULES[] = "pin\tfrozen shoulder|knee\thttps://d.example/lymph/\n"
                            "pin\tknee\thttps://e.example/\tKnees\n"
                            "note\tfever|doctor\tCall us.\n"
                            "redirect\tpeas\tcold packs\n"
                            "hide\thttps://d.example/co*/\n"
                            "boost\t/frozen/\t1.5\n"
                            "recency\t0.5\n";

static palpate_searcher *searcher;
static char *path;

static void close_index(void)
{
    palpate_searcher_close(searcher);
    fixture_index_remove(path);
}

palpate_searcher *fuzz_searcher(void)
{
    if (searcher != NULL)
        return searcher;
    fixture_curation = RULES;
    path = fixture_index_make(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
    REQUIRE(palpate_searcher_open(&searcher, path, NULL) == PALPATE_OK);
    (void)atexit(close_index);
    return searcher;
}
