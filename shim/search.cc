#include <algorithm>
#include <memory>

#include "shim/checks.hpp"
#include "shim/deadline.hpp"
#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/hits.hpp"
#include "shim/portable.hpp"
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

void set_weighting(Xapian::Enquire &enquire, const xc_search &search, deadline *end)
{
    const double *p = search.parameters;

    switch (search.weighting) {
    case XC_WEIGHT_IMPACT:
        if (end == nullptr)
            // The wdf itself: the terms bring their weights along.
            enquire.set_weighting_scheme(Xapian::TfIdfWeight("nnn"));
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

// Which documents are wanted of those that a search finds.
enum class dated { ALL, WITH_VALUE, WITHOUT_VALUE };

Xapian::Query query_of(
        const xc_database &from, const xc_query &query, xc_weighting weighting)
{
    return from.has_remote && weighting != XC_WEIGHT_BM25
                   ? xc::portable(
                             query, xc::statistics(from, weighting == XC_WEIGHT_IMPACT))
                   : query.query;
}

Xapian::Query query_of(const xc_database &from, const xc_search &search, dated which)
{
    Xapian::Query query = query_of(from, *search.query, search.weighting);

    if (search.filter != nullptr)
        query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                query_of(from, *search.filter, search.weighting));
    if (which == dated::ALL)
        return query;
    return Xapian::Query(which == dated::WITH_VALUE ? Xapian::Query::OP_FILTER
                                                    : Xapian::Query::OP_AND_NOT,
            query,
            Xapian::Query(
                    Xapian::Query::OP_VALUE_GE, *search.sort_slot, std::string(1, 0)));
}

bool is_carried(const xc_database &from, const xc_search &search)
{
    return from.has_remote && search.carried_slot != nullptr &&
           search.collapse_slot == nullptr;
}

// Whether documents without a value have to be searched for by themselves: a server
// sorts by values alone, and those come first.
bool is_in_two(const xc_database &from, const xc_search &search)
{
    return from.has_remote && search.sort_slot != nullptr && search.sort_ascending &&
           search.sort_empty_last;
}

// `end` is null where a server of another process weighs.
void configure(Xapian::Enquire &enquire, const xc_search &search, deadline *end,
        Xapian::MultiValueKeyMaker &keys)
{
    // Of equal hits the older document first, in every run.
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    set_weighting(enquire, search, end);
    if (search.collapse_slot != nullptr)
        enquire.set_collapse_key(*search.collapse_slot,
                search.collapse_limit == 0 ? 1 : search.collapse_limit);
    if (end != nullptr && search.sort_slot != nullptr && search.sort_ascending &&
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
void copy_stored(owned_hits &owned, size_t before, const Xapian::Database &from,
        const xc_search &search)
{
    std::vector<xc_hit *> hits;

    for (size_t i = before; i < owned.hits_found.size(); i++)
        hits.push_back(&owned.hits_found[i]);
    std::sort(hits.begin(), hits.end(),
            [](const xc_hit *a, const xc_hit *b) { return a->docid < b->docid; });
    for (auto *hit : hits)
        owned.copy_stored(
                *hit, from.get_document(hit->docid, Xapian::DOC_ASSUME_VALID), search);
}

// Whether all values that are asked for are among those that come with the hits.
bool all_come_along(const xc_database &from, const xc_search &search)
{
    if (!from.has_remote || !search.without_data)
        return false;
    for (size_t i = 0; i < search.value_count; i++) {
        const uint32_t slot = search.value_slots[i];
        const bool comes = (is_carried(from, search) && slot == *search.carried_slot) ||
                           (search.sort_slot != nullptr && slot == *search.sort_slot);
        if (!comes)
            return false;
    }
    return true;
}

void copy_carried(owned_hits &owned, xc_hit &hit, const Xapian::MSetIterator &at,
        const xc_search &search)
{
    std::vector<xc_bytes> values;

    for (size_t i = 0; i < search.value_count; i++) {
        const bool is_sorted = search.sort_slot != nullptr &&
                               search.value_slots[i] == *search.sort_slot;
        values.push_back(
                owned.keep(is_sorted ? at.get_sort_key() : at.get_collapse_key()));
    }
    hit.values = owned.keep(std::move(values));
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

void add_totals(xc_hits &hits, const Xapian::MSet &found, bool is_collapsed)
{
    hits.at_least += is_collapsed ? found.get_matches_lower_bound()
                                  : found.get_uncollapsed_matches_lower_bound();
    hits.estimated += is_collapsed ? found.get_matches_estimated()
                                   : found.get_uncollapsed_matches_estimated();
    hits.at_most += is_collapsed ? found.get_matches_upper_bound()
                                 : found.get_uncollapsed_matches_upper_bound();
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

// Adds what it finds to what was found before.
void run_once(owned_hits &owned, const xc_database &from, const xc_search &search,
        deadline &end, dated which)
{
    Xapian::MultiValueKeyMaker keys; // outlives the enquire that borrows it
    Xapian::Enquire enquire(from.database);
    decider decide(search, end);
    watcher watch(end);
    spies counters;
    watched with_deadline(search.query, &end);

    check_all(from, search);
    enquire.set_query(query_of(from, search, which));
    configure(enquire, search, from.has_remote ? nullptr : &end, keys);
    if (is_carried(from, search))
        enquire.set_collapse_key(*search.carried_slot);
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
    const bool comes_along = all_come_along(from, search);
    const size_t before = owned.hits_found.size();
    owned.hits_found.reserve(before + found.size());
    for (auto at = found.begin(); at != found.end(); ++at) {
        owned.hits_found.push_back(copy_hit(owned, enquire, at, search));
        if (comes_along)
            copy_carried(owned, owned.hits_found.back(), at, search);
    }
    if (!comes_along && (!search.without_data || search.value_count > 0))
        copy_stored(owned, before, from.database, search);
    copy_facets(owned, counters, search);
    add_totals(owned, found, search.collapse_slot != nullptr);
}

// First those with a value, and then those without, as one list.
void run_in_two(owned_hits &owned, const xc_database &from, const xc_search &search,
        deadline &end)
{
    xc_search whole = search;
    auto &hits = owned.hits_found;

    if (search.facet_count > 0)
        throw Xapian::UnimplementedError("facets of what servers sort in this order");
    whole.offset = 0;
    whole.limit = search.offset + (search.limit == 0 ? 10 : search.limit);
    run_once(owned, from, whole, end, dated::WITH_VALUE);
    run_once(owned, from, whole, end, dated::WITHOUT_VALUE);
    hits.erase(hits.begin(),
            hits.begin() + static_cast<std::ptrdiff_t>(
                                   std::min<size_t>(search.offset, hits.size())));
    if (hits.size() > whole.limit - search.offset)
        hits.resize(whole.limit - search.offset);
}

std::unique_ptr<owned_hits> run(
        const xc_database &from, const xc_search &search, deadline &end)
{
    auto owned = std::make_unique<owned_hits>();

    if (is_in_two(from, search))
        run_in_two(*owned, from, search, end);
    else
        run_once(*owned, from, search, end, dated::ALL);
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

void xc_hits_free(xc_hits *hits)
{
    delete static_cast<owned_hits *>(hits);
}

} // extern "C"
