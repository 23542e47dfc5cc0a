#include <algorithm>

#include "shim/checks.hpp"
#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/stub.hpp"
#include "shim/terms.hpp"

using xc::guarded;
using xc::to_string;
using xc::with_newest;

namespace {

// A string that the database gives, copied out.
template <typename Body>
xc_status copied(
        char **out, size_t *size, xc_database *database, xc_error *err, Body &&body)
{
    *out = nullptr;
    *size = 0;
    return guarded(err, [&] {
        std::string text;
        with_newest(database->database, [&] { text = body(); });
        *out = xc::copy_out(text);
        *size = text.size();
    });
}

uint32_t frequency_of(xc_database &database, const std::string &term)
{
    uint32_t frequency = 0;

    if (xc::knows(database, term))
        return xc::known_frequency(*database.terms, term);
    with_newest(database.database, [&] {
        xc::check_term(database, term);
        frequency = database.database.get_termfreq(term);
    });
    return frequency;
}

uint64_t occurrences_of(xc_database &database, const std::string &term)
{
    uint64_t occurrences = 0;

    with_newest(database.database, [&] {
        xc::check_term(database, term);
        occurrences = database.database.get_collection_freq(term);
    });
    return occurrences;
}

} // namespace

extern "C" {

xc_status xc_database_open(xc_database **out, const char *path, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        Xapian::Database opened(path);
        // A stub is one database to us and several to Xapian: ask Xapian.
        *out = new xc_database{ opened, opened.size(), xc::names_remote(path) };
    });
}

xc_status xc_database_open_glass(xc_database **out, const char *path, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        Xapian::Database opened(path, Xapian::DB_BACKEND_GLASS);
        *out = new xc_database{ opened, opened.size(), false };
    });
}

xc_status xc_database_open_remote(xc_database **out, const char *host, uint16_t port,
        unsigned timeout_ms, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        Xapian::Database opened =
                Xapian::Remote::open(host, port, timeout_ms, timeout_ms);
        *out = new xc_database{ opened, 1, true };
    });
}

void xc_database_use_terms(xc_database *database, const xc_terms *terms)
{
    database->terms = terms;
}

xc_status xc_database_open_empty(xc_database **out, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] { *out = new xc_database(); });
}

xc_status xc_database_add(xc_database *database, const char *path, xc_error *err)
{
    return guarded(err, [&] {
        database->database.add_database(Xapian::Database(path));
        database->has_remote |= xc::names_remote(path);
        database->shards = database->database.size();
    });
}

xc_status xc_database_add_remote(xc_database *database, const char *host, uint16_t port,
        unsigned timeout_ms, xc_error *err)
{
    return guarded(err, [&] {
        database->database.add_database(
                Xapian::Remote::open(host, port, timeout_ms, timeout_ms));
        database->has_remote = true;
        database->shards = database->database.size();
    });
}

xc_status xc_database_join(
        xc_database **out, xc_database *const *parts, size_t count, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        auto whole = std::make_unique<xc_database>();
        if (count == 0)
            throw Xapian::InvalidArgumentError("there is no database to join");
        whole->parts.resize(count);
        for (size_t i = 0; i < count; i++) {
            if (parts[i]->shards != 1)
                throw Xapian::InvalidArgumentError("only single databases are joined");
            whole->database.add_database(parts[i]->database);
            whole->has_remote |= parts[i]->has_remote;
        }
        whole->shards = count;
        // From here on nothing fails.
        for (size_t i = 0; i < count; i++)
            whole->parts[i].reset(parts[i]);
        *out = whole.release();
    });
}

xc_database *xc_database_part(xc_database *database, size_t place)
{
    if (place < database->parts.size())
        return database->parts[place].get();
    return place == 0 && database->shards == 1 ? database : nullptr;
}

void xc_database_close(xc_database *database)
{
    delete database;
}

xc_status xc_database_reopen(xc_database *database, bool *changed, xc_error *err)
{
    return guarded(err, [&] {
        bool newer = database->database.reopen();
        if (changed != nullptr)
            *changed = newer;
    });
}

xc_status xc_database_count(uint32_t *count, xc_database *database, xc_error *err)
{
    *count = 0;
    return guarded(err, [&] {
        with_newest(database->database,
                [&] { *count = database->database.get_doccount(); });
    });
}

xc_status xc_database_last_docid(uint32_t *docid, xc_database *database, xc_error *err)
{
    *docid = 0;
    return guarded(err, [&] {
        with_newest(database->database,
                [&] { *docid = database->database.get_lastdocid(); });
    });
}

xc_status xc_database_average_length(
        double *length, xc_database *database, xc_error *err)
{
    *length = 0;
    return guarded(err, [&] {
        with_newest(database->database, [&] {
#if XAPIAN_AT_LEAST(1, 5, 0)
            *length = database->database.get_average_length();
#else
            *length = database->database.get_avlength();
#endif
        });
    });
}

size_t xc_database_shards(const xc_database *database)
{
    return database->shards;
}

bool xc_database_has_remote(const xc_database *database)
{
    return database->has_remote;
}

xc_status xc_database_uuid(char **out, xc_database *database, xc_error *err)
{
    size_t size = 0;

    return copied(
            out, &size, database, err, [&] { return database->database.get_uuid(); });
}

xc_status xc_database_frequency(uint32_t *documents, uint64_t *occurrences,
        xc_database *database, xc_bytes term, xc_error *err)
{
    uint32_t with_term = 0;
    uint64_t in_all = 0;
    xc_status status = guarded(err, [&] {
        const std::string name = to_string(term);
        if (documents != nullptr)
            with_term = frequency_of(*database, name);
        if (occurrences != nullptr)
            in_all = occurrences_of(*database, name);
    });

    if (documents != nullptr)
        *documents = with_term;
    if (occurrences != nullptr)
        *occurrences = in_all;
    return status;
}

xc_status xc_database_metadata(
        char **out, size_t *size, xc_database *database, xc_bytes key, xc_error *err)
{
    return copied(out, size, database, err, [&] {
        xc::check_metadata(*database, to_string(key), false);
        return database->database.get_metadata(to_string(key));
    });
}

xc_status xc_database_data(
        char **out, size_t *size, xc_database *database, uint32_t docid, xc_error *err)
{
    return copied(out, size, database, err,
            [&] { return database->database.get_document(docid).get_data(); });
}

xc_status xc_database_value(char **out, size_t *size, xc_database *database,
        uint32_t docid, uint32_t slot, xc_error *err)
{
    return copied(out, size, database, err,
            [&] { return database->database.get_document(docid).get_value(slot); });
}

size_t xc_number_write(char out[9], double number)
{
    std::string value = Xapian::sortable_serialise(number);

    std::copy(value.begin(), value.end(), out);
    return value.size();
}

double xc_number_read(xc_bytes value)
{
    // No number has more bytes, and so few of them are copied without memory.
    const size_t size = std::min(value.size, size_t{ 9 });

    return Xapian::sortable_unserialise(std::string(value.data, size));
}

} // extern "C"
