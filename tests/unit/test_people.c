#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/answer/people.h"

/* The people of a byline with bars between. */
static void assert_people(const char *byline, const char *expected)
{
    palpate_view people[MAX_PEOPLE];
    char found[2048] = "";
    size_t count = people_of(people, view_of(byline));

    for (size_t i = 0; i < count; i++)
        (void)snprintf(found + strlen(found), sizeof found - strlen(found), "%s%.*s",
                i == 0 ? "" : "|", (int)people[i].size, people[i].data);
    if (strcmp(found, expected) != 0)
        fail_msg("<%s> is <%s>, not <%s>", byline, found, expected);
}

static void people_who_wrote_together_are_several(void **state)
{
    (void)state;
    assert_people("Jane Doe and John Smith", "Jane Doe|John Smith");
    assert_people("Greg Ash, Robert Elm, and Ann Oak", "Greg Ash|Robert Elm|Ann Oak");
    assert_people("Rose Potter , Betsy Arnold", "Rose Potter|Betsy Arnold");
    assert_people("Jane Doe & J. R. Smith; Ludwig van Beethoven",
            "Jane Doe|J. R. Smith|Ludwig van Beethoven");
    assert_people("Anna M\xC3\xBCller und \xC3\x89lodie Durand",
            "Anna M\xC3\xBCller|\xC3\x89lodie Durand");
    assert_people("JANE DOE and JOHN SMITH", "JANE DOE|JOHN SMITH");
    assert_people("ANNA LEE, JILL DOE", "ANNA LEE|JILL DOE");
}

static void titles_and_degrees_are_no_part_of_names(void **state)
{
    (void)state;
    assert_people("Jane Doe, PT, MSc", "Jane Doe");
    assert_people("Jane McKay PT", "Jane McKay");
    assert_people("Prof. Dr. Jane Doe, Ph.D.", "Jane Doe");
    assert_people("Dr Jane Doe, PT and John Smith, M.D.", "Jane Doe|John Smith");
    assert_people("Rebecca Lake, CEPF\xC2\xAE", "Rebecca Lake");
    assert_people("Angela Holliday-Bell, MD", "Angela Holliday-Bell");
}

static void what_may_be_no_person_stays_whole(void **state)
{
    static const char *const WHOLE[] = { "Clinic for Shoulder and Elbow",
        "Health and Safety Team", "Physiotherapy editorial team", "Doe, Jane", "Jane",
        "Jane Doe, Dietitian", "Jill Doe, CNN Business", "Troy Doe, Cleveland.com",
        "Manoj Doe and Ann Lee, The Commercial Post", "Morgan & Morgan", "admin",
        "Center for Drug Evaluation and Research", "STEVE DOE, AP National Writer",
        "Jane Doe and 3 others", "\xE7\x8E\x8B\xE5\x8C\xBB\xE7\x94\x9F", "and", ", ,",
        "PT, MSc" };

    (void)state;
    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++)
        assert_people(WHOLE[i], WHOLE[i]);
    assert_people("", "");
    assert_people("  ", "");
    assert_people("  Jane Doe ", "Jane Doe");
}

static void a_crowd_stays_whole(void **state)
{
    char byline[1024] = "Jane Doe";

    (void)state;
    for (int i = 0; i < MAX_PEOPLE; i++)
        (void)snprintf(
                byline + strlen(byline), sizeof byline - strlen(byline), ", Jane Doe");
    assert_people(byline, byline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_who_wrote_together_are_several),
        cmocka_unit_test(titles_and_degrees_are_no_part_of_names),
        cmocka_unit_test(what_may_be_no_person_stays_whole),
        cmocka_unit_test(a_crowd_stays_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
