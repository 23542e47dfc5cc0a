#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/shim_status.h"

/* What libxapian 1.4 and the C++ library say of damage and of full disks. */
static const struct {
    xc_status status;
    const char *raw;
} RAW[] = {
    { XC_CORRUPT, "inflate failed (invalid distances set)" },
    { XC_CORRUPT, "Data ran out unexpectedly when reading posting list" },
    { XC_CORRUPT, "Error reading block 28: got end of file" },
    { XC_CORRUPT, "Rev file magic incorrect" },
    { XC_CORRUPT, "Db block overwritten - are there multiple writers?" },
    { XC_CORRUPT, "Freelist corrupt" },
    { XC_CHANGED, "The revision being read has been discarded - you should call "
                  "Xapian::Database::reopen() and retry the operation" },
    { XC_BAD_ARGUMENT, "basic_string::append" },
    { XC_BAD_ARGUMENT, "Document ID 0 is invalid" },
    { XC_INTERNAL, "vector::_M_range_check" },
    { XC_NOT_FOUND, "Document 7 not found" },
    { XC_VERSION, "idx: Database is format version 20101231 but I only understand "
                  "20160314" },
    { XC_NO_INDEX, "Couldn't stat 'idx'" },
    { XC_LOCKED, "Unable to get write lock on idx: already locked" },
    { XC_IO, "Error writing block 28: No space left on device" },
    { XC_IO, "Couldn't write new rev file: idx/v.tmp: Input/output error" },
    { XC_IO, "Failed to create iamglass file: Permission denied" },
};

static void fill(xc_error *reason, xc_status status, const char *message)
{
    reason->status = status;
    (void)snprintf(reason->message, sizeof reason->message, "%s", message);
}

static void assert_plain(const char *raw, const char *message)
{
    static const char *const NEVER[] = { "inflate", "basic_string", "Xapian",
        "iamglass", "block", "v.tmp", "vector", "Rev file", "posting list", "Freelist",
        "stat", "format version", "already locked" };

    assert_true(strlen(message) > 5);
    for (size_t i = 0; i < sizeof NEVER / sizeof *NEVER; i++)
        if (strstr(message, NEVER[i]) != NULL)
            fail_msg("%s: %s", raw, message);
}

static void no_sentence_of_the_engine_reaches_a_user(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof RAW / sizeof *RAW; i++) {
        xc_error reason;
        palpate_error err;
        fill(&reason, RAW[i].status, RAW[i].raw);
        assert_int_not_equal(shim_failure(&reason, &err), PALPATE_OK);
        assert_plain(RAW[i].raw, err.message);
        assert_int_not_equal(shim_reason(&reason, &err), PALPATE_OK);
        assert_plain(RAW[i].raw, err.message);
    }
}

static void damage_has_a_way_out(void **state)
{
    static const xc_status DAMAGE[] = { XC_CORRUPT, XC_INTERNAL, XC_BAD_ARGUMENT,
        XC_NOT_FOUND, XC_UNSUPPORTED, XC_CLOSED };

    (void)state;
    for (size_t i = 0; i < sizeof DAMAGE / sizeof *DAMAGE; i++) {
        xc_error reason;
        palpate_error err;
        fill(&reason, DAMAGE[i], "something");
        (void)shim_failure(&reason, &err);
        assert_non_null(strstr(err.message, "palpate-index --verify"));
        assert_non_null(strstr(err.message, "--repair"));
        assert_non_null(strstr(err.message, "--rebuild"));
        (void)shim_reason(&reason, &err);
        assert_null(strstr(err.message, "palpate-index"));
    }
}

static void the_binding_may_say_which_file_is_damaged(void **state)
{
    static const char *const OWN[] = { "postlist.glass is missing",
        "docdata.glass: block 12 is damaged", "iamglass is cut short or changed" };

    (void)state;
    for (size_t i = 0; i < sizeof OWN / sizeof *OWN; i++) {
        xc_error reason;
        palpate_error err;
        fill(&reason, XC_CORRUPT, OWN[i]);
        assert_int_equal(shim_reason(&reason, &err), PALPATE_CORRUPT);
        assert_string_equal(err.message, OWN[i]);
    }
}

static void of_what_the_system_refused_its_reason_is_said(void **state)
{
    xc_error reason;
    palpate_error err;

    (void)state;
    fill(&reason, XC_IO, "Error writing block 28: No space left on device");
    assert_int_equal(shim_failure(&reason, &err), PALPATE_IO);
    assert_string_equal(err.message, "No space left on device");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_sentence_of_the_engine_reaches_a_user),
        cmocka_unit_test(damage_has_a_way_out),
        cmocka_unit_test(the_binding_may_say_which_file_is_damaged),
        cmocka_unit_test(of_what_the_system_refused_its_reason_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
