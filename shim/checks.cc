#include "shim/checks.hpp"

#include <algorithm>
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

    for (const auto &part : database.parts)
        check_term(*part, term);
    if (guard == nullptr)
        return;
    const std::string key = postings_key(term);
    guard->check(key, key + std::string(AFTER, 2));
}

void xc::check_terms(const xc_database &database, const std::string &prefix)
{
    block_guard *guard = guard_of(database);
    const std::string key = prefix.empty() ? prefix : postings_key(prefix);

    for (const auto &part : database.parts)
        check_terms(*part, prefix);
    if (guard != nullptr)
        guard->check(key, key + "\xff\xff");
}

void xc::check_metadata(
        const xc_database &database, const std::string &key, bool is_prefix)
{
    block_guard *guard = guard_of(database);
    const std::string full = std::string("\0\xc0", 2) + key;

    // Metadata are those of the first.
    if (!database.parts.empty())
        check_metadata(*database.parts[0], key, is_prefix);
    if (guard != nullptr)
        guard->check(full, is_prefix ? full + "\xff\xff" : full);
}

void xc::check_query(const xc_database &database, const Xapian::Query &query)
{
    if (guard_of(database) == nullptr && database.parts.empty())
        return;
    for (auto term = query.get_unique_terms_begin(); term != query.get_terms_end();
            ++term)
        check_term(database, *term);
}

void xc::check_value(
        const xc_database &database, Xapian::valueno slot, Xapian::docid document)
{
    block_guard *guard = guard_of(database);
    const auto count = static_cast<Xapian::docid>(database.parts.size());

    if (count > 0 && document > 0)
        check_value(*database.parts[(document - 1) % count], slot,
                (document - 1) / count + 1);
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

    if (database->parts.empty() && database->has_remote)
        return true; // a server reads for itself
    if (!database->parts.empty())
        return std::all_of(database->parts.begin(), database->parts.end(),
                [](const auto &part) { return xc_database_is_guarded(part.get()); });
    (void)guarded(nullptr, [&] { is_so = guard_of(*database) != nullptr; });
    return is_so;
}

} // extern "C"
