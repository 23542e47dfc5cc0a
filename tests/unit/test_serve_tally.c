/* What is counted of questions, and what is never written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/view.h"
#include "server/tally.h"

static struct tally tally;
static char path[64];
static char written[65536];
static const uint64_t SECOND = 1000000;
static uint64_t now_us;

static int open_file(void **state)
{
    (void)state;
    (void)snprintf(path, sizeof path, "/tmp/palpate-test-XXXXXX");
    int fd = mkstemp(path);
    now_us = 1000 * SECOND;
    return fd >= 0 && close(fd) == 0 ? 0 : -1;
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

/* Ends the day, and gives what was written. */
static const char *closed(void)
{
    tally_close(&tally);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t size = fread(written, 1, sizeof written - 1, file);
    written[size] = '\0';
    (void)fclose(file);
    return written;
}

static void assert_has(const char *text, const char *line)
{
    if (strstr(text, line) == NULL)
        fail_msg("<%s> is not in <%s>", line, text);
}

static void assert_has_not(const char *text, const char *line)
{
    if (strstr(text, line) != NULL)
        fail_msg("<%s> is in <%s>", line, text);
}

/* A key of the answer to a question, which is learnt with that many hits. */
static uint64_t learnt(const char *question, uint64_t total, const char *corrected)
{
    struct answer_fact fact = { .total = total };
    uint64_t key = 7;

    for (size_t i = 0; question[i] != '\0'; i++)
        key = key * 31 + (unsigned char)question[i];
    (void)snprintf(fact.corrected, sizeof fact.corrected, "%s", corrected);
    fact.pages[0] = total > 0 ? tally_page(&tally, view_of("https://h.example/a")) : 0;
    tally_learn(&tally, key, &fact);
    return key;
}

static void ask(const char *asker, const char *question, uint64_t total)
{
    tally_ask(&tally, view_of(asker), view_of(question), learnt(question, total, ""),
            now_us += SECOND);
}

static void a_question_is_written_that_enough_askers_asked(void **state)
{
    (void)state;
    assert_true(tally_open(&tally, path, 3));
    for (int i = 0; i < 9; i++)
        ask("one", i % 2 == 0 ? "my rare disease" : "Knee  pain", 5);
    ask("two", "knee pain", 5);
    ask("three", "KNEE PAIN", 5);
    ask("two", "my rare disease", 5);
    const char *text = closed();
    assert_has(text, "\tasked\t6\t5\tknee pain\t\n");
    assert_has_not(text, "rare");
    assert_has_not(text, "one");
}

static void all_are_written_if_that_is_asked_for(void **state)
{
    (void)state;
    assert_true(tally_open(&tally, path, 1));
    ask("one", "my rare disease", 0);
    assert_has(closed(), "\tasked\t1\t0\tmy rare disease\t\n");
}

static void letters_on_the_way_to_a_question_are_none(void **state)
{
    (void)state;
    assert_true(tally_open(&tally, path, 1));
    ask("one", "froz", 0);
    ask("one", "frozen", 3);
    ask("two", "knee", 3);
    ask("one", "frozen shoulder", 2);
    ask("one", "frozen should", 2);
    ask("one", "neck", 1);
    const char *text = closed();
    assert_has_not(text, "froz\t");
    assert_has_not(text, "frozen\t");
    assert_has(text, "\tasked\t1\t3\tknee\t\n");
    assert_has(text, "\tasked\t1\t2\tfrozen should\t\n");
    assert_has(text, "\tasked\t1\t1\tneck\t\n");
}

static void a_question_that_was_left_alone_is_finished(void **state)
{
    (void)state;
    assert_true(tally_open(&tally, path, 1));
    ask("one", "frozen", 3);
    now_us += 60 * SECOND;
    tally_tick(&tally, now_us, (int64_t)time(NULL));
    assert_int_equal(tally.asked, 1);
    ask("one", "frozen shoulder", 2);
    const char *text = closed();
    assert_has(text, "\tasked\t1\t3\tfrozen\t\n");
    assert_has(text, "\tasked\t1\t2\tfrozen shoulder\t\n");
    assert_int_equal(tally.asked, 2);
}

static void what_is_asked_after_a_question_without_answer_is_written(void **state)
{
    static const char *const ASKERS[] = { "one", "two", "three" };

    (void)state;
    assert_true(tally_open(&tally, path, 3));
    for (size_t i = 0; i < 3; i++) {
        ask(ASKERS[i], "golf arm", 0);
        ask(ASKERS[i], "golfer's elbow", 4);
        ask(ASKERS[i], "neck pain", 4);
    }
    ask("one", "golf arm", 0);
    now_us += 600 * SECOND;
    ask("one", "hip", 4);
    const char *text = closed();
    assert_has(text, "\tthen\t3\t4\tgolf arm\tgolfer's elbow\n");
    assert_has_not(text, "golf arm\tneck");
    assert_has_not(text, "golf arm\thip");
    assert_int_equal(tally.unanswered, 4);
}

static void pages_are_counted_and_those_that_were_opened(void **state)
{
    (void)state;
    assert_true(tally_open(&tally, path, 3));
    ask("one", "knee", 3);
    ask("two", "neck", 3);
    tally_opened(&tally, view_of("https://h.example/a"));
    tally_opened(&tally, view_of("https://h.example/never-found"));
    tally_opened(&tally, view_of("javascript:alert(1)\n"));
    const char *text = closed();
    assert_has(text, "\tpage\t2\t1\thttps://h.example/a\t\n");
    assert_has_not(text, "never-found");
    assert_has_not(text, "javascript");
    assert_int_equal(tally.opened, 1);
}

static void a_day_that_is_over_is_written_and_forgotten(void **state)
{
    const int64_t tomorrow = (int64_t)time(NULL) + 86400;
    char day[16];
    time_t today = time(NULL);
    struct tm parts;

    (void)state;
    (void)gmtime_r(&today, &parts);
    (void)strftime(day, sizeof day, "%Y-%m-%d", &parts);
    assert_true(tally_open(&tally, path, 1));
    tally_ask(&tally, view_of("one"), view_of("knee pian"),
            learnt("knee pian", 3, "knee pain"), now_us);
    tally_tick(&tally, now_us + 1, tomorrow);
    assert_int_equal(tally.corrected, 1);
    uint64_t key = learnt("knee pian", 3, "knee pain");
    tally_ask(&tally, view_of("one"), view_of("knee pian"), key, now_us + 2);
    const char *text = closed();
    assert_int_equal(strncmp(text, day, strlen(day)), 0);
    const char *second = strstr(text, "knee pian\tknee pain\n");
    assert_non_null(second);
    assert_non_null(strstr(second + 1, "knee pian\tknee pain\n"));
}

static void without_a_file_nothing_is_counted(void **state)
{
    const struct answer_fact fact = { .total = 1 };

    (void)state;
    assert_true(tally_open(&tally, NULL, 3));
    tally_learn(&tally, 5, &fact);
    tally_ask(&tally, view_of("one"), view_of("knee"), 5, now_us);
    tally_opened(&tally, view_of("https://h.example/a"));
    assert_int_equal(tally_page(&tally, view_of("https://h.example/a")), 0);
    tally_tick(&tally, now_us, 0);
    assert_string_equal(closed(), "");
}

static void there_is_room_for_so_many_questions_and_no_more(void **state)
{
    char question[32];
    size_t lines = 0;

    (void)state;
    assert_true(tally_open(&tally, path, 1));
    for (int i = 0; i < TALLY_ROWS + 500; i++) {
        (void)snprintf(question, sizeof question, "%d question", i);
        ask("one", question, 1);
    }
    assert_int_equal(tally.asked, TALLY_ROWS + 499);
    tally_close(&tally);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    for (int byte = getc(file); byte != EOF; byte = getc(file))
        lines += byte == '\n';
    (void)fclose(file);
    assert_int_equal(lines, TALLY_ROWS + 1); /* and the page */
}

static void what_would_end_a_line_is_a_space(void **state)
{
    char out[ASKER_QUESTION];
    char large[ASKER_QUESTION + 1];

    (void)state;
    assert_true(asker_write_question(out, view_of(" Knee\tpain\n\x7f ")));
    assert_string_equal(out, "knee pain");
    assert_false(asker_write_question(out, view_of(" \t\n")));
    assert_false(asker_write_question(out, view_of("")));
    memset(large, 'a', sizeof large);
    assert_false(asker_write_question(out, (palpate_view){ large, ASKER_QUESTION }));
    assert_true(asker_write_question(out, (palpate_view){ large, ASKER_QUESTION - 1 }));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_file, remove_file)
    const struct CMUnitTest tests[] = {
        TEST(a_question_is_written_that_enough_askers_asked),
        TEST(all_are_written_if_that_is_asked_for),
        TEST(letters_on_the_way_to_a_question_are_none),
        TEST(a_question_that_was_left_alone_is_finished),
        TEST(what_is_asked_after_a_question_without_answer_is_written),
        TEST(pages_are_counted_and_those_that_were_opened),
        TEST(a_day_that_is_over_is_written_and_forgotten),
        TEST(without_a_file_nothing_is_counted),
        TEST(there_is_room_for_so_many_questions_and_no_more),
        cmocka_unit_test(what_would_end_a_line_is_a_space),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
