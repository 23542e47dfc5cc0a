#include "shim/guard.hpp"

#include <algorithm>
#include <cerrno>
#include <stdexcept>

namespace xc {

xc_status report(xc_error *err, xc_status status, std::string_view message) noexcept
{
    if (err == nullptr)
        return status;

    size_t size = std::min(message.size(), sizeof err->message - 1);
    err->status = status;
    std::memcpy(err->message, message.data(), size);
    err->message[size] = '\0';
    std::replace(err->message, err->message + size, '\n', ' ');
    return status;
}

namespace {

// Context ("in remote call to …") stands in some messages only; the error string of the
// system, where there is one, says what errno meant.
xc_status report_xapian(
        xc_error *err, xc_status status, const Xapian::Error &error) noexcept
{
    try {
        std::string message = error.get_msg();
        if (const char *reason = error.get_error_string())
            message.append(": ").append(reason);
        return report(err, status, message);
    } catch (...) {
        return report(err, status, error.get_type());
    }
}

// The server that a failure is of: "127.0.0.1:4001" of "remote:tcp(127.0.0.1:4001)"; or
// nothing.
std::string server_of(const Xapian::Error &error)
{
    const std::string &context = error.get_context();
    const size_t start = context.find('(');
    const size_t end = context.find(')');

    return start == std::string::npos || end == std::string::npos || end < start
                   ? std::string()
                   : context.substr(start + 1, end - start - 1);
}

// Which server it was, what happened, and the system's reason, if there is one.
xc_status report_server(
        xc_error *err, const Xapian::NetworkError &error, const char *what) noexcept
{
    try {
        std::string message = server_of(error);
        if (message.empty())
            return report_xapian(err, XC_NETWORK, error);
        message.append(": ").append(what);
        if (const char *reason = error.get_error_string())
            message.append(": ").append(reason);
        else if (!error.get_msg().empty())
            message.append(": ").append(error.get_msg());
        return report(err, XC_NETWORK, message);
    } catch (...) {
        return report(err, XC_NETWORK, error.get_type());
    }
}

// Whether what could not be opened is there all the same: the system then says what
// else it had against it.
bool is_there(const Xapian::DatabaseOpeningError &error) noexcept
{
    const char *reason = error.get_error_string();

    return reason != nullptr && std::strcmp(reason, std::strerror(ENOENT)) != 0;
}

// Whether a table holds what glass never writes, and the system has nothing to do with
// it.
bool is_damage(const Xapian::DatabaseError &error) noexcept
{
    return error.get_error_string() == nullptr;
}

// Whether the system refused the lock, and no other writer has it.
bool is_refused(const Xapian::DatabaseLockError &error) noexcept
{
    for (const char *reason : { ": Couldn't", ": too many open", ": locking probably" })
        if (error.get_msg().find(reason) != std::string::npos)
            return true;
    return false;
}

// Whether a commit failed and could not be undone either, as on a full disk.  What the
// system said of it is in the message, in the second parentheses, and nowhere else.
bool is_commit(const Xapian::DatabaseError &error) noexcept
{
    return error.get_msg().rfind("Modifications failed (", 0) == 0;
}

xc_status report_commit(xc_error *err, const Xapian::DatabaseError &error) noexcept
{
    try {
        const std::string &said = error.get_msg();
        const size_t start = said.find('(', said.find('(') + 1);
        const size_t end = said.find(')');
        std::string message = "cannot write what was changed";
        if (start < end && end != std::string::npos)
            message.append(": ").append(said, start + 1, end - start - 1);
        return report(err, XC_IO, message);
    } catch (...) {
        return report(err, XC_IO, error.get_type());
    }
}

} // namespace

// Narrow to wide: a base class would catch its derived ones.  One clause for each error
// is the shortest way to say it.
// NOLINTNEXTLINE(readability-function-size,readability-function-cognitive-complexity)
xc_status status_of_exception(xc_error *err) noexcept
{
    try {
        throw;
    } catch (const deadline_passed &e) {
        return report(err, XC_TIMEOUT, e.what());
    } catch (const system_failure &e) {
        return report(err, XC_IO, e.what());
    } catch (const Xapian::DatabaseLockError &e) {
        return report_xapian(err, is_refused(e) ? XC_IO : XC_LOCKED, e);
    } catch (const Xapian::DatabaseModifiedError &e) {
        return report_xapian(err, XC_CHANGED, e);
    } catch (const Xapian::DatabaseClosedError &e) {
        return report_xapian(err, XC_CLOSED, e);
    } catch (const Xapian::DatabaseVersionError &e) {
        return report_xapian(err, XC_VERSION, e);
    } catch (const Xapian::DatabaseNotFoundError &e) {
        return report_xapian(err, XC_NO_INDEX, e);
    } catch (const Xapian::DatabaseOpeningError &e) {
        return report_xapian(err, is_there(e) ? XC_IO : XC_NO_INDEX, e);
    } catch (const Xapian::DatabaseCorruptError &e) {
        return report_xapian(err, XC_CORRUPT, e);
    } catch (const Xapian::DatabaseCreateError &e) {
        return report_xapian(
                err, e.get_error_string() == nullptr ? XC_EXISTS : XC_IO, e);
    } catch (const Xapian::DatabaseError &e) {
        return is_commit(e) ? report_commit(err, e)
                            : report_xapian(err, is_damage(e) ? XC_CORRUPT : XC_IO, e);
    } catch (const Xapian::NetworkTimeoutError &e) {
        return report_server(err, e, "this server did not answer in time");
    } catch (const Xapian::NetworkError &e) {
        return report_server(err, e, "this server did not answer");
    } catch (const Xapian::DocNotFoundError &e) {
        return report_xapian(err, XC_NOT_FOUND, e);
    } catch (const Xapian::FeatureUnavailableError &e) {
        return report_xapian(err, XC_UNSUPPORTED, e);
    } catch (const Xapian::UnimplementedError &e) {
        return report_xapian(err, XC_UNSUPPORTED, e);
    } catch (const Xapian::InvalidOperationError &e) {
        return report_xapian(err, XC_UNSUPPORTED, e);
    } catch (const Xapian::InvalidArgumentError &e) {
        return report_xapian(err, XC_BAD_ARGUMENT, e);
    } catch (const Xapian::RangeError &e) {
        return report_xapian(err, XC_BAD_ARGUMENT, e);
    } catch (const Xapian::WildcardError &e) {
        return report_xapian(err, XC_BAD_ARGUMENT, e);
    } catch (const Xapian::Error &e) { // not a std::exception
        return report_xapian(err, XC_INTERNAL, e);
    } catch (const std::bad_alloc &) {
        return report(err, XC_NO_MEMORY, "out of memory");
    } catch (const std::length_error &e) { // a size that no string can have
        return report(err, XC_BAD_ARGUMENT, e.what());
    } catch (const std::exception &e) {
        return report(err, XC_INTERNAL, e.what());
    } catch (...) {
        return report(err, XC_INTERNAL, "an unknown C++ exception");
    }
}

} // namespace xc

namespace {

struct status_facts {
    xc_status status;
    const char *name;
    const char *what;
    const char *advice;
};

const status_facts STATUSES[] = {
#define XC_STATUS_FACTS(name, value, what, advice) { XC_##name, #name, what, advice },
    XC_STATUSES(XC_STATUS_FACTS)
#undef XC_STATUS_FACTS
};

const status_facts &facts_of(xc_status status)
{
    static const status_facts UNKNOWN = { XC_INTERNAL, "UNKNOWN", "an unknown status",
        "report it" };

    for (const status_facts &facts : STATUSES)
        if (facts.status == status)
            return facts;
    return UNKNOWN;
}

} // namespace

extern "C" {

const char *xc_status_name(xc_status status)
{
    return facts_of(status).name;
}

const char *xc_status_text(xc_status status)
{
    return facts_of(status).what;
}

const char *xc_status_advice(xc_status status)
{
    return facts_of(status).advice;
}

const char *xc_xapian_version(void)
{
    return Xapian::version_string();
}

void xc_free(void *memory)
{
    ::operator delete(memory);
}

} // extern "C"
