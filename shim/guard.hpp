// Where a C++ exception becomes a status.  Nothing else in the binding catches.
#pragma once

#include <xapian-c/xapian-c.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <xapian.h>

namespace xc {

// The deadline of a search passed.
struct deadline_passed : std::exception {
    const char *what() const noexcept override
    {
        return "the deadline of the search passed";
    }
};

// The system could not read or write; the message says what and where.
struct system_failure : std::exception {
    std::string message;

    explicit system_failure(std::string text) : message(std::move(text))
    {
    }

    const char *what() const noexcept override
    {
        return message.c_str();
    }
};

// Fills `err`, which may be NULL, and returns `status`.
xc_status report(xc_error *err, xc_status status, std::string_view message) noexcept;

// Call only from a catch block.
xc_status status_of_exception(xc_error *err) noexcept;

// Runs `body`; whatever it throws comes back as a status.
template <typename Body>
xc_status guarded(xc_error *err, Body &&body) noexcept
{
    try {
        body();
        return XC_OK;
    } catch (...) {
        return status_of_exception(err);
    }
}

// Runs `body` on a database that may change under it: reopens and runs it again, twice.
template <typename Database, typename Body>
void with_newest(Database &database, Body &&body)
{
    for (int attempt = 1;; attempt++) {
        try {
            body();
            return;
        } catch (const Xapian::DatabaseModifiedError &) {
            if (attempt == 3)
                throw;
            // Blocks of another revision where there is none are damage.
            if (!database.reopen())
                throw Xapian::DatabaseCorruptError("a block is of a later revision");
        }
    }
}

inline std::string to_string(xc_bytes bytes)
{
    return bytes.size == 0 ? std::string() : std::string(bytes.data, bytes.size);
}

// A term that a database can store.  Xapian itself finds out about NULs, which count
// double in its keys, only while committing, and drops the whole batch then.
inline std::string to_term(xc_bytes bytes)
{
    std::string term = to_string(bytes);
    const auto nuls = std::count(term.begin(), term.end(), '\0');

    if (term.size() + static_cast<size_t>(nuls) > XC_TERM_SIZE)
        throw Xapian::InvalidArgumentError("a term is larger than XC_TERM_SIZE");
    return term;
}

// A copy that xc_free() frees, with a NUL after it.
inline char *copy_out(const std::string &text)
{
    char *copy = static_cast<char *>(::operator new(text.size() + 1));

    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

} // namespace xc
