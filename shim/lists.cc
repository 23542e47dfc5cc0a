// What a database lists: terms, keys, postings, similar terms.
#include <algorithm>
#include <memory>

#include "shim/checks.hpp"
#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/terms.hpp"

using xc::guarded;
using xc::owned_list;
using xc::to_string;
using xc::with_newest;

namespace {

// Fills a fresh list by `body`, again from the start where the database changed.
template <typename Body>
xc_status listed(xc_list **out, xc_database *database, xc_error *err, Body &&body)
{
    *out = nullptr;
    return guarded(err, [&] {
        with_newest(database->database, [&] {
            auto owned = std::make_unique<owned_list>();
            body(*owned);
            *out = owned.release()->finish();
        });
    });
}

void keep_commonest(owned_list &owned, size_t limit)
{
    if (owned.kept.size() <= limit)
        return;
    owned.is_cut = true;
    auto commoner = [](const xc_item &a, const xc_item &b) {
        return a.documents > b.documents;
    };
    std::stable_sort(owned.kept.begin(), owned.kept.end(), commoner);
    owned.kept.resize(limit);
    std::sort(owned.kept.begin(), owned.kept.end(),
            [](const xc_item &a, const xc_item &b) {
                return std::string_view(a.text.data, a.text.size) <
                       std::string_view(b.text.data, b.text.size);
            });
}

void add_known(
        owned_list &owned, const xc_terms &terms, std::string_view prefix, size_t limit)
{
    for (size_t i = xc::place_from(terms, prefix); i < terms.count; i++) {
        const std::string_view term = xc::known_term(terms, i);
        if (term.substr(0, prefix.size()) != prefix)
            break;
        if (limit != 0 && owned.kept.size() == limit) {
            owned.is_cut = true;
            break;
        }
        owned.add(std::string(term), terms.documents[i], 0);
    }
}

void add_terms(owned_list &owned, const xc_database &database,
        const std::string &prefix, size_t limit)
{
    const Xapian::Database &from = database.database;

    if (xc::knows(database, prefix)) {
        add_known(owned, *database.terms, prefix, limit);
        return;
    }
    xc::check_terms(database, prefix);
    for (auto i = from.allterms_begin(prefix); i != from.allterms_end(prefix); ++i) {
        if (limit != 0 && owned.kept.size() == limit) {
            owned.is_cut = true;
            break;
        }
        owned.add(*i, i.get_termfreq(), 0);
    }
}

std::vector<uint32_t> postings_of(
        const Xapian::Database &from, const std::string &term, size_t limit)
{
    std::vector<uint32_t> docids;

    for (auto i = from.postlist_begin(term); i != from.postlist_end(term); ++i) {
        if (limit != 0 && docids.size() == limit)
            break;
        docids.push_back(*i);
    }
    return docids;
}

// Only terms of the text: prefixes are capitals.
struct without_prefix : Xapian::ExpandDecider {
    bool operator()(const std::string &term) const override
    {
        return !term.empty() && (term[0] < 'A' || term[0] > 'Z');
    }
};

struct relevant_documents {
    const uint32_t *docids;
    size_t count;
};

void add_similar(owned_list &owned, const Xapian::Database &database,
        const relevant_documents &documents, size_t count,
        const Xapian::ExpandDecider &decider)
{
    Xapian::Enquire enquire(database);
    Xapian::RSet relevant;

    for (size_t i = 0; i < documents.count; i++)
        relevant.add_document(documents.docids[i]);
    Xapian::ESet similar =
            enquire.get_eset(static_cast<Xapian::termcount>(count), relevant, &decider);
    for (auto i = similar.begin(); i != similar.end(); ++i)
        owned.add(*i, database.get_termfreq(*i), 0, i.get_weight());
}

} // namespace

extern "C" {

void xc_list_free(xc_list *list)
{
    delete static_cast<owned_list *>(list);
}

xc_status xc_database_terms(xc_list **out, xc_database *database, xc_bytes prefix,
        size_t limit, bool commonest, xc_error *err)
{
    return listed(out, database, err, [&](owned_list &owned) {
        const Xapian::Database &from = database->database;
        add_terms(owned, *database, to_string(prefix), commonest ? 0 : limit);
        if (commonest && limit != 0)
            keep_commonest(owned, limit);
        if (xc::knows(*database, to_string(prefix)))
            return;
        for (auto &item : owned.kept)
            item.occurrences = from.get_collection_freq(
                    std::string(item.text.data, item.text.size));
    });
}

xc_status xc_database_vocabulary(
        xc_list **out, xc_database *database, xc_bytes prefix, xc_error *err)
{
    return listed(out, database, err, [&](owned_list &owned) {
        add_terms(owned, *database, to_string(prefix), 0);
    });
}

xc_status xc_database_metadata_keys(
        xc_list **out, xc_database *database, xc_bytes prefix, xc_error *err)
{
    return listed(out, database, err, [&](owned_list &owned) {
        Xapian::Database &from = database->database;
        std::string start = to_string(prefix);
        xc::check_metadata(*database, start, true);
        for (auto i = from.metadata_keys_begin(start);
                i != from.metadata_keys_end(start); ++i)
            owned.add(*i, 0, 0);
    });
}

xc_status xc_database_document_terms(
        xc_list **out, xc_database *database, uint32_t docid, xc_error *err)
{
    return listed(out, database, err, [&](owned_list &owned) {
        Xapian::Database &from = database->database;
        for (auto i = from.termlist_begin(docid); i != from.termlist_end(docid); ++i)
            owned.add(*i, i.get_termfreq(), i.get_wdf());
    });
}

xc_status xc_database_document_has(
        bool *has, xc_database *database, uint32_t docid, xc_bytes term, xc_error *err)
{
    *has = false;
    return guarded(err, [&] {
        with_newest(database->database, [&] {
            const std::string wanted = to_string(term);
            auto i = database->database.termlist_begin(docid);
            i.skip_to(wanted);
            *has = i != database->database.termlist_end(docid) && *i == wanted;
        });
    });
}

xc_status xc_database_postings(uint32_t **out, size_t *count, xc_database *database,
        xc_bytes term, size_t limit, xc_error *err)
{
    *out = nullptr;
    *count = 0;
    return guarded(err, [&] {
        std::vector<uint32_t> docids;
        with_newest(database->database, [&] {
            xc::check_term(*database, to_string(term));
            docids = postings_of(database->database, to_string(term), limit);
        });
        size_t size = docids.size() * sizeof docids[0];
        auto *copy = static_cast<uint32_t *>(::operator new(size));
        std::copy(docids.begin(), docids.end(), copy);
        *out = copy;
        *count = docids.size();
    });
}

xc_status xc_database_similar_terms(xc_list **out, xc_database *database,
        const uint32_t *docids, size_t docid_count, size_t count, xc_error *err)
{
    return listed(out, database, err, [&](owned_list &owned) {
        add_similar(owned, database->database, { docids, docid_count }, count,
                without_prefix());
    });
}

xc_status xc_database_similar_with_prefix(xc_list **out, xc_database *database,
        const uint32_t *docids, size_t docid_count, xc_bytes prefix, size_t count,
        xc_error *err)
{
    return listed(out, database, err, [&](owned_list &owned) {
        add_similar(owned, database->database, { docids, docid_count }, count,
                Xapian::ExpandDeciderFilterPrefix(to_string(prefix)));
    });
}

} // extern "C"
