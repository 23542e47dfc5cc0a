#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/stemming.h"
#include "core/view.h"
#include "query/language/parse.h"
#include "query/language/safety.h"

static bool asks_in(const char *query, const struct stemming *language)
{
    struct arena arena = { 0 };
    struct query_tree tree;
    bool asks = false;

    assert_int_equal(query_parse(&tree, &arena, view_of(query), NULL), PALPATE_OK);
    assert_int_equal(safety_is_asked(&asks, &tree, language, NULL), PALPATE_OK);
    arena_free(&arena);
    return asks;
}

static bool is_asked(const char *query)
{
    return asks_in(query, NULL);
}

static void check_all(const char *const *queries, size_t count, bool asks)
{
    for (size_t i = 0; i < count; i++)
        if (is_asked(queries[i]) != asks)
            fail_msg("<%s> asks %sif something may be done", queries[i],
                    asks ? "" : "not ");
}

#define CHECK(asks, ...)                                            \
    do {                                                            \
        static const char *const queries[] = { __VA_ARGS__ };       \
        check_all(queries, sizeof queries / sizeof *queries, asks); \
    } while (0)

static void whether_something_may_be_done_is_asked_in_many_ways(void **state)
{
    (void)state;
    CHECK(true, "can i run with shin splints", "Can I massage someone with cancer?",
            "is massage safe", "is it safe to fly", "should i stretch a pulled muscle",
            "is it ok to crack my neck", "is it okay to exercise when sore",
            "am i allowed to drive", "is cupping dangerous", "is running bad for knees",
            "who should not have a massage", "dry needling contraindications",
            "what to avoid with a slipped disc", "can children have cupping",
            "could i swim", "is a massage ok if i bruise", "when not to stretch",
            "is it a good idea to run every day", "\"is it safe\" cupping",
            "how often can i massage a cancer patient with a stent",
            "what exercises should i avoid", "who should not stretch");
}

static void a_state_that_forbids_much_asks_without_a_question(void **state)
{
    (void)state;
    CHECK(true, "massage in pregnancy", "exercise during pregnancy",
            "yoga while pregnant", "massage with cancer", "stretching after surgery",
            "lifting after a knee replacement", "exercise with osteoporosis",
            "massage on blood thinners", "cupping on warfarin", "massage on apixaban",
            "massage while taking prednisolone", "running after a stress fracture",
            "tens with a pacemaker", "massage on a low dose of aspirin",
            "20 weeks pregnant deep tissue massage", "cupping when on statins");
}

static void what_is_asked_for_something_else_does_not_ask_if_it_may_be(void **state)
{
    (void)state;
    CHECK(false, "", "frozen shoulder", "what can i do for neck pain",
            "how can i sleep with sciatica", "where can i book",
            "neck pain with headache", "pain after running", "exercises for stiff neck",
            "how should i sit", "how long can i expect it to last",
            "what should i wear", "pain on the outside of the knee", "numbness in hand",
            "living with arthritis", "recovery after exercise", "knee pain -pregnancy",
            "how often should i get a massage", "what shoes should i wear",
            "what qualifications should someone have", "which stretches can i do",
            "how long should i leave ice on", "when should i go to hospital",
            "pregnancy massage", "massage NOT safe", "cancan i", "safes");
}

static void questions_of_each_language_ask_if_something_may_be_done(void **state)
{
    static const struct {
        const char *language;
        const char *asks;
        const char *neighbour;
    } PAIRS[] = {
        { "de", "darf ich mit Thrombose massieren", "was hilft gegen Nackenschmerzen" },
        { "de", "Massage in der Schwangerschaft", "Massage in Z\u00FCrich" },
        { "fr", "peut-on masser une femme enceinte", "comment masser une \u00E9paule" },
        { "fr", "massage en cas de phl\u00E9bite", "massage en famille" },
        { "es", "masaje con trombosis", "masaje con aceite" },
        { "es", "\u00BFpuedo conducir con el hombro congelado?",
                "cu\u00E1nto dura el hombro congelado" },
        { "it", "massaggio in gravidanza", "massaggio in centro" },
        { "pt", "massagem na gravidez", "massagem na cidade" },
        { "nl", "mag ik sporten met een hernia", "hoe lang duurt een hernia" },
        { "sv", "f\u00E5r man tr\u00E4na med feber", "hur l\u00E4nge varar feber" },
        { "da", "m\u00E5 man tr\u00E6ne med feber", "hvor l\u00E6nge varer feber" },
        { "nb", "kan jeg trene med feber", "hvor lenge varer feber" },
        { "fi", "saako raskaana hieroa", "mik\u00E4 auttaa niskakipuun" },
        { "ro", "pot face masaj \u00EEn sarcin\u0103",
                "ce ajut\u0103 la dureri de ceaf\u0103" },
        { "pl", "czy mo\u017Cna masowa\u0107 w ci\u0105\u017Cy",
                "jak masowa\u0107 kark" },
        { "tr", "hamilelikte masaj yap\u0131l\u0131r m\u0131",
                "omuz masaj\u0131 nas\u0131l yap\u0131l\u0131r" },
        { "de", "Massage unter Apixaban", "Massage unter Freunden" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        const struct stemming *language = stemming_of(view_of(PAIRS[i].language));
        if (!asks_in(PAIRS[i].asks, language))
            fail_msg("%s does not ask", PAIRS[i].asks);
        if (asks_in(PAIRS[i].neighbour, language))
            fail_msg("%s asks", PAIRS[i].neighbour);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_of_each_language_ask_if_something_may_be_done),
        cmocka_unit_test(whether_something_may_be_done_is_asked_in_many_ways),
        cmocka_unit_test(a_state_that_forbids_much_asks_without_a_question),
        cmocka_unit_test(what_is_asked_for_something_else_does_not_ask_if_it_may_be),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
