#include <algorithm>
#include <memory>

#include "shim/checks.hpp"
#include "shim/deadline.hpp"
#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/hits.hpp"
#include "shim/weight.hpp"

using xc::deadline;
using xc::guarded;
using xc::owned_hits;

namespace {

// Sees every document that is kept, and so watches the deadline where nothing is
// weighed: a time limit of Xapian's own does not stop a match, an exception from here
// does.  A decider could watch as well, but totals are exact only without one.
class watcher : public Xapian::MatchSpy {
    deadline &end;

  public:
    explicit watcher(deadline &until) : end(until)
    {
    }

    void operator()(const Xapian::Document &, double) override
    {
        end.check();
    }
};

// The caller's own opinion of every document that matches.
class decider : public Xapian::MatchDecider {
    const xc_search &search;
    deadline &end;

  public:
    decider(const xc_search &what, deadline &until) : search(what), end(until)
    {
    }

    bool operator()(const Xapian::Document &document) const override
    {
        end.check();
        std::string value = document.get_value(search.decide_slot);
        return search.decide(
                search.user, document.get_docid(), { value.data(), value.size() });
    }
};

// What a stock server weighs like an impact: of these parameters only the huge k1
// counts, which makes BM25 linear in the wdf, and all parameters that ask for a
// document length are zero.
const Xapian::BM25Weight LINEAR_WEIGHT(1e7, 0, 1, 0, 0.5);

void set_weighting(Xapian::Enquire &enquire, const xc_search &search, deadline *end)
{
    const double *p = search.parameters;

    switch (search.weighting) {
    case XC_WEIGHT_IMPACT:
        if (end == nullptr)
            enquire.set_weighting_scheme(LINEAR_WEIGHT);
        else
            enquire.set_weighting_scheme(xc::impact_weight(end));
        break;
    case XC_WEIGHT_BOOLEAN: enquire.set_weighting_scheme(Xapian::BoolWeight()); break;
    case XC_WEIGHT_BM25:
        if (p != nullptr)
            enquire.set_weighting_scheme(
                    Xapian::BM25Weight(p[0], p[1], p[2], p[3], p[4]));
        break;
    default: throw Xapian::InvalidArgumentError("unknown weighting");
    }
}

// Sorts before nothing: what has no value comes last in ascending order.
const char *const HIGHEST = "\xff\xff\xff\xff\xff\xff\xff\xff";

// `end` is null where a server of another process weighs.
void configure(Xapian::Enquire &enquire, const xc_search &search, deadline *end,
        Xapian::MultiValueKeyMaker &keys)
{
    Xapian::Query query = search.query->query;

    if (search.filter != nullptr)
        query = Xapian::Query(Xapian::Query::OP_FILTER, query, search.filter->query);
    enquire.set_query(query);
    // Of equal hits the older document first, in every run.
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    set_weighting(enquire, search, end);
    if (search.collapse_slot != nullptr)
        enquire.set_collapse_key(*search.collapse_slot,
                search.collapse_limit == 0 ? 1 : search.collapse_limit);
    if (search.sort_slot != nullptr && search.sort_ascending &&
            search.sort_empty_last) {
        keys.add_value(*search.sort_slot, false, HIGHEST);
        enquire.set_sort_by_key_then_relevance(&keys, false);
    } else if (search.sort_slot != nullptr)
        enquire.set_sort_by_value_then_relevance(
                *search.sort_slot, !search.sort_ascending);
}

void copy_terms(owned_hits &owned, xc_hit &hit, const Xapian::Enquire &enquire,
        const Xapian::MSetIterator &at)
{
    std::vector<xc_bytes> terms;

    for (auto i = enquire.get_matching_terms_begin(at);
            i != enquire.get_matching_terms_end(at); ++i)
        terms.push_back(owned.keep(*i));
    hit.term_count = terms.size();
    hit.terms = owned.keep(std::move(terms));
}

xc_hit copy_hit(owned_hits &owned, const Xapian::Enquire &enquire,
        const Xapian::MSetIterator &at, const xc_search &search)
{
    xc_hit hit = {};

    hit.docid = *at;
    hit.weight = at.get_weight();
    hit.percent = static_cast<uint32_t>(at.get_percent());
    hit.collapsed = at.get_collapse_count();
    if (search.with_terms)
        copy_terms(owned, hit, enquire, at);
    return hit;
}

// Reads what is stored in the order in which it is stored, so that a block of the
// database that several hits share is read once.  The documents of an MSet would ask
// the system to read ahead, a call for each.
void copy_stored(
        owned_hits &owned, const Xapian::Database &from, const xc_search &search)
{
    std::vector<xc_hit *> hits;

    for (auto &hit : owned.hits_found)
        hits.push_back(&hit);
    std::sort(hits.begin(), hits.end(),
            [](const xc_hit *a, const xc_hit *b) { return a->docid < b->docid; });
    for (auto *hit : hits)
        owned.copy_stored(
                *hit, from.get_document(hit->docid, Xapian::DOC_ASSUME_VALID), search);
}

using spies = std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>>;

void copy_facets(owned_hits &owned, const spies &counters, const xc_search &search)
{
    for (size_t i = 0; i < counters.size(); i++) {
        size_t start = owned.facets_counted.size();
        for (auto value = counters[i]->values_begin();
                value != counters[i]->values_end(); ++value)
            owned.facets_counted.push_back({ search.facet_slots[i], owned.keep(*value),
                    value.get_termfreq() });
        std::stable_sort(
                owned.facets_counted.begin() + static_cast<std::ptrdiff_t>(start),
                owned.facets_counted.end(),
                [](const xc_facet &a, const xc_facet &b) { return a.count > b.count; });
        owned.looked_at = static_cast<uint32_t>(counters[i]->get_total());
    }
}

void copy_totals(xc_hits &hits, const Xapian::MSet &found)
{
    hits.at_least = found.get_matches_lower_bound();
    hits.estimated = found.get_matches_estimated();
    hits.at_most = found.get_matches_upper_bound();
    hits.is_exact = hits.at_least == hits.at_most;
}

// Lets what a query reads by itself see the deadline while the search runs.
class watched {
    xc_pool *pool;

  public:
    watched(const xc_query *query, deadline *end) : pool(query->pool)
    {
        pool->until = end;
    }

    ~watched()
    {
        pool->until = nullptr;
    }

    watched(const watched &) = delete;
    watched &operator=(const watched &) = delete;
};

void check_all(const xc_database &from, const xc_search &search)
{
    xc::check_query(from, search.query->query);
    if (search.filter != nullptr)
        xc::check_query(from, search.filter->query);
    for (const xc::impact_sum &sum : search.query->pool->sums)
        for (const xc::impact_sum::addend &addend : sum.terms())
            xc::check_term(from, addend.term);
}

std::unique_ptr<owned_hits> run(
        const xc_database &from, const xc_search &search, deadline &end)
{
    auto owned = std::make_unique<owned_hits>();
    Xapian::MultiValueKeyMaker keys; // outlives the enquire that borrows it
    Xapian::Enquire enquire(from.database);
    decider decide(search, end);
    watcher watch(end);
    spies counters;
    watched with_deadline(search.query, &end);

    check_all(from, search);
    configure(enquire, search, from.has_remote ? nullptr : &end, keys);
    for (size_t i = 0; i < search.facet_count; i++) {
        counters.push_back(
                std::make_unique<Xapian::ValueCountMatchSpy>(search.facet_slots[i]));
        enquire.add_matchspy(counters.back().get());
    }
    if (end.exists() && !from.has_remote)
        enquire.add_matchspy(&watch);
    Xapian::MSet found = enquire.get_mset(search.offset,
            search.limit == 0 ? 10 : search.limit, search.check_at_least, nullptr,
            search.decide == nullptr ? nullptr : &decide);
    owned->hits_found.reserve(found.size());
    for (auto at = found.begin(); at != found.end(); ++at)
        owned->hits_found.push_back(copy_hit(*owned, enquire, at, search));
    if (!search.without_data || search.value_count > 0)
        copy_stored(*owned, from.database, search);
    copy_facets(*owned, counters, search);
    copy_totals(*owned, found);
    return owned;
}

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

xc_status xc_database_search(
        xc_hits **out, xc_database *database, const xc_search *search, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        auto owned = std::make_unique<owned_hits>();
        deadline end(search->deadline_us);
        if (search->query == nullptr || database->database.size() == 0)
            owned->is_exact = true;
        else
            xc::with_newest(
                    database->database, [&] { owned = run(*database, *search, end); });
        *out = owned.release()->finish();
    });
}

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

void xc_hits_free(xc_hits *hits)
{
    delete static_cast<owned_hits *>(hits);
}

} // extern "C"
