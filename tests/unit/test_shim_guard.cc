// Every type of exception becomes the status that its meaning asks for.
#include <cerrno>
#include <csetjmp>
#include <cstdarg>
#include <cstdint>
#include <cstring>
#include <new>
#include <stdexcept>

extern "C" {
#include <cmocka.h>
}

#include "shim/guard.hpp"

namespace {

template <typename Exception>
void throws_a(xc_status expected)
{
    xc_error err = { XC_OK, "" };
    xc_status status = xc::guarded(&err, [] { throw Exception("the reason"); });

    assert_int_equal(status, expected);
    assert_int_equal(err.status, expected);
    assert_string_equal(err.message, "the reason");
}

// As Xapian makes it where the system gave the reason.
template <typename Exception>
void throws_for_the_system(xc_status expected, int reason = ENOSPC)
{
    xc_error err = { XC_OK, "" };
    xc_status status = xc::guarded(
            &err, [&] { throw Exception("cannot open", std::string(), reason); });

    assert_int_equal(status, expected);
    assert_non_null(std::strstr(err.message, "cannot open: "));
    assert_non_null(std::strstr(err.message, std::strerror(reason)));
}

void each_exception_of_xapian_has_its_status(void **)
{
    throws_a<Xapian::DatabaseLockError>(XC_LOCKED);
    throws_a<Xapian::DatabaseModifiedError>(XC_CHANGED);
    throws_a<Xapian::DatabaseClosedError>(XC_CLOSED);
    throws_a<Xapian::DatabaseVersionError>(XC_VERSION);
    throws_a<Xapian::DatabaseNotFoundError>(XC_NO_INDEX);
    throws_a<Xapian::DatabaseOpeningError>(XC_NO_INDEX);
    throws_a<Xapian::DatabaseCorruptError>(XC_CORRUPT);
    throws_a<Xapian::DatabaseCreateError>(XC_EXISTS);
    throws_a<Xapian::DatabaseError>(XC_CORRUPT);
    throws_a<Xapian::NetworkError>(XC_NETWORK);
    throws_a<Xapian::NetworkTimeoutError>(XC_NETWORK);
    throws_a<Xapian::DocNotFoundError>(XC_NOT_FOUND);
    throws_a<Xapian::FeatureUnavailableError>(XC_UNSUPPORTED);
    throws_a<Xapian::UnimplementedError>(XC_UNSUPPORTED);
    throws_a<Xapian::InvalidOperationError>(XC_UNSUPPORTED);
    throws_a<Xapian::InvalidArgumentError>(XC_BAD_ARGUMENT);
    throws_a<Xapian::RangeError>(XC_BAD_ARGUMENT);
    throws_a<Xapian::WildcardError>(XC_BAD_ARGUMENT);
    throws_a<Xapian::QueryParserError>(XC_INTERNAL);
    throws_a<Xapian::SerialisationError>(XC_INTERNAL);
    throws_a<Xapian::InternalError>(XC_INTERNAL);
    throws_a<Xapian::AssertionError>(XC_INTERNAL);
}

void what_the_system_refused_is_told_from_what_is_not_there(void **)
{
    throws_for_the_system<Xapian::DatabaseOpeningError>(XC_IO);
    throws_for_the_system<Xapian::DatabaseOpeningError>(XC_NO_INDEX, ENOENT);
    throws_for_the_system<Xapian::DatabaseCreateError>(XC_IO);
    throws_for_the_system<Xapian::DatabaseError>(XC_IO);
    throws_for_the_system<Xapian::DatabaseNotFoundError>(XC_NO_INDEX);
    throws_for_the_system<Xapian::DatabaseLockError>(XC_LOCKED);
}

void a_lock_that_the_system_refuses_is_nobody_elses(void **)
{
    xc_error err = { XC_OK, "" };

    for (const char *reason : { "Couldn't open lockfile: No space left on device",
                 "too many open files", "locking probably not supported by this FS" }) {
        const std::string said =
                std::string("Unable to get write lock on x: ") + reason;
        assert_int_equal(
                xc::guarded(&err, [&] { throw Xapian::DatabaseLockError(said); }),
                XC_IO);
        assert_string_equal(err.message, said.c_str());
    }
}

void a_commit_that_cannot_be_undone_is_no_damage(void **)
{
    xc_error err = { XC_OK, "" };

    assert_int_equal(xc::guarded(&err,
                             [] {
                                 throw Xapian::DatabaseError(
                                         "Modifications failed (DatabaseError: Error "
                                         "writing to file (No space "
                                         "left on device)), and couldn't open at the "
                                         "old revision: Error "
                                         "writing block 0");
                             }),
            XC_IO);
    assert_string_equal(
            err.message, "cannot write what was changed: No space left on device");
    assert_int_equal(xc::guarded(&err,
                             [] {
                                 throw Xapian::DatabaseError(
                                         "Modifications failed (Unknown error");
                             }),
            XC_IO);
    assert_string_equal(err.message, "cannot write what was changed");
}

void memory_that_runs_out_has_a_status(void **)
{
    xc_error err = { XC_OK, "" };

    assert_int_equal(xc::guarded(&err, [] { throw std::bad_alloc(); }), XC_NO_MEMORY);
    assert_int_equal(err.status, XC_NO_MEMORY);
    assert_int_equal(
            xc::guarded(&err, [] { throw std::bad_array_new_length(); }), XC_NO_MEMORY);
}

void everything_else_is_internal(void **)
{
    xc_error err = { XC_OK, "" };

    throws_a<std::runtime_error>(XC_INTERNAL);
    throws_a<std::length_error>(XC_BAD_ARGUMENT);
    assert_int_equal(xc::guarded(&err, [] { throw 42; }), XC_INTERNAL);
    assert_int_equal(err.status, XC_INTERNAL);
    assert_int_not_equal(std::strlen(err.message), 0);
}

void exceptions_of_the_binding_have_a_status(void **)
{
    xc_error err = { XC_OK, "" };

    throws_a<xc::system_failure>(XC_IO);
    assert_int_equal(
            xc::guarded(&err, [] { throw xc::deadline_passed(); }), XC_TIMEOUT);
    assert_int_equal(err.status, XC_TIMEOUT);
}

void an_error_need_not_be_asked_for(void **)
{
    assert_int_equal(xc::guarded(nullptr, [] { throw Xapian::DatabaseLockError("x"); }),
            XC_LOCKED);
}

void success_leaves_the_error_alone(void **)
{
    xc_error err = { XC_LOCKED, "from before" };

    assert_int_equal(xc::guarded(&err, [] {}), XC_OK);
    assert_int_equal(err.status, XC_LOCKED);
    assert_string_equal(err.message, "from before");
}

void a_long_message_is_cut_and_stays_one_line(void **)
{
    xc_error err = { XC_OK, "" };
    std::string text = "a\nb" + std::string(1000, 'x');

    (void)xc::guarded(&err, [&] { throw Xapian::DatabaseError(text); });
    assert_int_equal(std::strlen(err.message), sizeof err.message - 1);
    assert_memory_equal(err.message, "a bx", 4);
}

void every_status_has_a_name_a_text_and_advice(void **)
{
#define XC_CHECK_STATUS(name, value, what, advice)         \
    assert_string_equal(xc_status_name(XC_##name), #name); \
    assert_string_equal(xc_status_text(XC_##name), what);  \
    assert_string_equal(xc_status_advice(XC_##name), advice);
    XC_STATUSES(XC_CHECK_STATUS)
    assert_string_equal(xc_status_name(static_cast<xc_status>(9999)), "UNKNOWN");
}

// A database of which a writer has made another state, or not.
struct changing {
    bool is_newer;

    bool reopen() const
    {
        return is_newer;
    }
};

void a_changed_database_is_tried_three_times(void **)
{
    changing database{ true };
    int tries = 0;

    xc::with_newest(database, [&] {
        if (++tries < 3)
            throw Xapian::DatabaseModifiedError("changed");
    });
    assert_int_equal(tries, 3);
    tries = 0;
    assert_int_equal(xc::guarded(nullptr,
                             [&] {
                                 xc::with_newest(database, [&] {
                                     tries++;
                                     throw Xapian::DatabaseModifiedError("changed");
                                 });
                             }),
            XC_CHANGED);
    assert_int_equal(tries, 3);
}

void blocks_of_a_state_that_is_not_there_are_damage(void **)
{
    changing database{ false };
    int tries = 0;

    assert_int_equal(xc::guarded(nullptr,
                             [&] {
                                 xc::with_newest(database, [&] {
                                     tries++;
                                     throw Xapian::DatabaseModifiedError("changed");
                                 });
                             }),
            XC_CORRUPT);
    assert_int_equal(tries, 1);
}

} // namespace

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(each_exception_of_xapian_has_its_status),
        cmocka_unit_test(what_the_system_refused_is_told_from_what_is_not_there),
        cmocka_unit_test(a_lock_that_the_system_refuses_is_nobody_elses),
        cmocka_unit_test(a_commit_that_cannot_be_undone_is_no_damage),
        cmocka_unit_test(memory_that_runs_out_has_a_status),
        cmocka_unit_test(everything_else_is_internal),
        cmocka_unit_test(exceptions_of_the_binding_have_a_status),
        cmocka_unit_test(an_error_need_not_be_asked_for),
        cmocka_unit_test(success_leaves_the_error_alone),
        cmocka_unit_test(a_long_message_is_cut_and_stays_one_line),
        cmocka_unit_test(every_status_has_a_name_a_text_and_advice),
        cmocka_unit_test(a_changed_database_is_tried_three_times),
        cmocka_unit_test(blocks_of_a_state_that_is_not_there_are_damage),
    };

    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
