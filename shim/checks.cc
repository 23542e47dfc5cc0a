#include "shim/checks.hpp"

#include <memory>

using xc::block_guard;
using xc::guarded;

namespace {

// A guard of another state knows nothing of this one.
xc::block_guard *guard_of(const xc_database &database)
{
    if (database.guard == nullptr ||
            database.guard->revision() != database.database.get_revision())
        return nullptr;
    return database.guard.get();
}

} // namespace

void xc::check_term(const xc_database &database, const std::string &term)
{
    static const char AFTER[] = "\0\xfe"; // the keys of later parts of a list
    block_guard *guard = guard_of(database);

    if (guard == nullptr)
        return;
    const std::string key = postings_key(term);
    guard->check(key, key + std::string(AFTER, 2));
}

void xc::check_terms(const xc_database &database, const std::string &prefix)
{
    block_guard *guard = guard_of(database);
    const std::string key = prefix.empty() ? prefix : postings_key(prefix);

    if (guard != nullptr)
        guard->check(key, key + "\xff\xff");
}

void xc::check_metadata(
        const xc_database &database, const std::string &key, bool is_prefix)
{
    block_guard *guard = guard_of(database);
    const std::string full = std::string("\0\xc0", 2) + key;

    if (guard != nullptr)
        guard->check(full, is_prefix ? full + "\xff\xff" : full);
}

void xc::check_query(const xc_database &database, const Xapian::Query &query)
{
    if (guard_of(database) == nullptr)
        return;
    for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end();
            ++term)
        check_term(database, *term);
}

void xc::check_value(
        const xc_database &database, Xapian::valueno slot, Xapian::docid document)
{
    block_guard *guard = guard_of(database);

    if (guard == nullptr || slot >= xc::SLOTS)
        return;
    const std::string key = xc::value_key(slot, document);
    // What goes on in the next block has the key and a number after it.
    guard->check(key, key + "\xff\xff");
}

extern "C" {

xc_status xc_database_guard(xc_database *database, xc_blocks *blocks, const char *path,
        xc_block_check *check, void *user, xc_error *err)
{
    enum { POSTLIST = 0 };
    std::unique_ptr<xc_blocks> owned(blocks);

    return guarded(err, [&] {
        database->guard.reset();
        if (owned != nullptr)
            database->guard = std::make_unique<xc::block_guard>(
                    path, std::move(owned), POSTLIST, check, user);
    });
}

xc_status xc_writer_guard(xc_writer *writer, xc_blocks *blocks, const char *path,
        xc_block_check *check, void *user, xc_error *err)
{
    std::unique_ptr<xc_blocks> owned(blocks);

    return guarded(err, [&] {
        writer->guard = std::make_unique<xc::write_guard>(
                path, std::shared_ptr<xc_blocks>(std::move(owned)), check, user);
    });
}

bool xc_database_is_guarded(const xc_database *database)
{
    bool is_so = false;

    (void)guarded(nullptr, [&] { is_so = guard_of(*database) != nullptr; });
    return is_so;
}

} // extern "C"
