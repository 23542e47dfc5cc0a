// What documents store, copied out.
#include <memory>

#include "shim/checks.hpp"
#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/hits.hpp"

using xc::guarded;
using xc::owned_hits;

namespace {

// Documents that are no longer there are left out.
// Whether a document is there takes another look into the database.  It is only taken
// where there are no data, which is what a document that is gone has.
bool copy_one(owned_hits &owned, xc_hit &hit, const Xapian::Database &from,
        const xc_search &what)
{
    if (!what.without_data) {
        owned.copy_stored(
                hit, from.get_document(hit.docid, Xapian::DOC_ASSUME_VALID), what);
        if (hit.data.size > 0)
            return true;
    }
    try {
        owned.copy_stored(hit, from.get_document(hit.docid), what);
    } catch (const Xapian::DocNotFoundError &) {
        return false;
    }
    return true;
}

std::unique_ptr<owned_hits> fetch(const Xapian::Database &from, const uint32_t *docids,
        size_t count, const xc_search &what)
{
    auto owned = std::make_unique<owned_hits>();

    for (size_t i = 0; i < count; i++) {
        xc_hit hit = {};
        hit.docid = docids[i];
        if (copy_one(*owned, hit, from, what))
            owned->hits_found.push_back(hit);
    }
    owned->at_least = owned->estimated = owned->at_most =
            static_cast<uint32_t>(owned->hits_found.size());
    owned->is_exact = true;
    return owned;
}

// A few documents by themselves: a stream of values starts at the first of all.
constexpr size_t BY_THEMSELVES = 2;

void keep_value(owned_hits &owned, uint32_t docid, std::string value)
{
    xc_hit hit = {};

    if (value.empty())
        return;
    hit.docid = docid;
    hit.data = owned.keep(std::move(value));
    owned.hits_found.push_back(hit);
}

// The same of a server, which has no streams.
void read_each(std::vector<std::string> &values, const xc_database &part,
        uint32_t shards, size_t place, uint32_t slot, const uint32_t *docids)
{
    for (size_t i = 0; i < values.size(); i++)
        if ((docids[i] - 1) % shards == place)
            values[i] = part.database.get_document((docids[i] - 1) / shards + 1)
                                .get_value(slot);
}

// Reads the values of those documents that are in one of the databases: a stream of all
// of them looks at each database for each document.
void read_stream(std::vector<std::string> &values, const xc_database &from,
        size_t place, uint32_t slot, const uint32_t *docids)
{
    const bool is_joined = !from.parts.empty();
    const xc_database &part = is_joined ? *from.parts[place] : from;
    const auto shards = static_cast<uint32_t>(is_joined ? from.shards : 1);

    if (!is_joined && place > 0)
        return;
    if (part.has_remote) {
        read_each(values, part, shards, place, slot, docids);
        return;
    }
    xc::check_value(part, slot, 1);
    auto at = part.database.valuestream_begin(slot);
    const auto end = part.database.valuestream_end(slot);
    for (size_t i = 0; i < values.size() && at != end; i++) {
        if ((docids[i] - 1) % shards != place)
            continue;
        const Xapian::docid document = (docids[i] - 1) / shards + 1;
        xc::check_value(part, slot, document);
        at.skip_to(document);
        if (at != end && at.get_docid() == document)
            values[i] = *at;
    }
}

std::unique_ptr<owned_hits> values_of(
        const xc_database &from, uint32_t slot, const uint32_t *docids, size_t count)
{
    auto owned = std::make_unique<owned_hits>();

    owned->hits_found.reserve(count);
    for (size_t i = 0; count <= BY_THEMSELVES && i < count; i++) {
        xc::check_value(from, slot, docids[i]);
        keep_value(*owned, docids[i],
                from.database.get_document(docids[i], Xapian::DOC_ASSUME_VALID)
                        .get_value(slot));
    }
    if (count <= BY_THEMSELVES)
        return owned;
    std::vector<std::string> values(count);
    for (size_t place = 0; place < from.shards; place++)
        read_stream(values, from, place, slot, docids);
    for (size_t i = 0; i < count; i++)
        keep_value(*owned, docids[i], std::move(values[i]));
    return owned;
}

} // namespace

extern "C" {

xc_status xc_database_fetch(xc_hits **out, xc_database *database,
        const uint32_t *docids, size_t count, const xc_search *what, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        std::unique_ptr<owned_hits> owned;
        xc::with_newest(database->database,
                [&] { owned = fetch(database->database, docids, count, *what); });
        *out = owned.release()->finish();
    });
}

xc_status xc_database_values(xc_hits **out, xc_database *database, uint32_t slot,
        const uint32_t *docids, size_t count, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        std::unique_ptr<owned_hits> owned;
        xc::with_newest(database->database,
                [&] { owned = values_of(*database, slot, docids, count); });
        *out = owned.release()->finish();
    });
}

} // extern "C"
