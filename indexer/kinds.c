#include "indexer/kinds.h"

#include "core/view.h"

/* Words of headings, the telling ones first: "When to avoid exercise" is a caution. */
static const struct {
    palpate_view words;
    enum passage_kind kind;
} HEADINGS[] = {
    { PALPATE_VIEW_INIT("red flag"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("when to see"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("when to seek"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("seek help"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("urgent"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("emergency"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("see a doctor"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("call a doctor"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("warning sign"), KIND_RED_FLAGS },
    { PALPATE_VIEW_INIT("contraindication"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("contra-indication"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("caution"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("precaution"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("when not to"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("who should not"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("avoid"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("is it safe"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("safety"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("side effect"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("risks of"), KIND_CONTRAINDICATIONS },
    { PALPATE_VIEW_INIT("question"), KIND_FAQ },
    { PALPATE_VIEW_INIT("faq"), KIND_FAQ },
    { PALPATE_VIEW_INIT("evidence"), KIND_EVIDENCE },
    { PALPATE_VIEW_INIT("research"), KIND_EVIDENCE },
    { PALPATE_VIEW_INIT("does it work"), KIND_EVIDENCE },
    { PALPATE_VIEW_INIT("exercise"), KIND_EXERCISES },
    { PALPATE_VIEW_INIT("stretch"), KIND_EXERCISES },
    { PALPATE_VIEW_INIT("symptom"), KIND_SYMPTOMS },
    { PALPATE_VIEW_INIT("signs"), KIND_SYMPTOMS },
    { PALPATE_VIEW_INIT("what it feels like"), KIND_SYMPTOMS },
    { PALPATE_VIEW_INIT("diagnos"), KIND_DIAGNOSIS },
    { PALPATE_VIEW_INIT("assessment"), KIND_DIAGNOSIS },
    { PALPATE_VIEW_INIT("examination"), KIND_DIAGNOSIS },
    { PALPATE_VIEW_INIT("cause"), KIND_CAUSES },
    { PALPATE_VIEW_INIT("risk factor"), KIND_CAUSES },
    { PALPATE_VIEW_INIT("who gets"), KIND_CAUSES },
    { PALPATE_VIEW_INIT("why it happens"), KIND_CAUSES },
    { PALPATE_VIEW_INIT("recover"), KIND_RECOVERY },
    { PALPATE_VIEW_INIT("how long"), KIND_RECOVERY },
    { PALPATE_VIEW_INIT("outlook"), KIND_RECOVERY },
    { PALPATE_VIEW_INIT("prognosis"), KIND_RECOVERY },
    { PALPATE_VIEW_INIT("treat"), KIND_TREATMENT },
    { PALPATE_VIEW_INIT("therap"), KIND_TREATMENT },
    { PALPATE_VIEW_INIT("management"), KIND_TREATMENT },
    { PALPATE_VIEW_INIT("technique"), KIND_TREATMENT },
    { PALPATE_VIEW_INIT("what helps"), KIND_TREATMENT },
    { PALPATE_VIEW_INIT("self-care"), KIND_TREATMENT },
    { PALPATE_VIEW_INIT("what is"), KIND_DEFINITION },
    { PALPATE_VIEW_INIT("what are"), KIND_DEFINITION },
    { PALPATE_VIEW_INIT("overview"), KIND_DEFINITION },
    { PALPATE_VIEW_INIT("definition"), KIND_DEFINITION },
};

enum passage_kind kind_of_heading(palpate_view heading)
{
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++)
        if (view_find_ignoring_case(heading, HEADINGS[i].words) < heading.size)
            return HEADINGS[i].kind;
    return KIND_OTHER;
}
