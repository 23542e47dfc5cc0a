#include <algorithm>
#include <chrono>
#include <memory>

#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/hits.hpp"
#include "shim/weight.hpp"

using xc::guarded;
using xc::owned_hits;

namespace {

using clock = std::chrono::steady_clock;

// Looks at the clock every so many documents: a look costs as much as a few of them.
class deadline {
    clock::time_point end;
    bool is_set;
    unsigned looks = 0;

  public:
    explicit deadline(uint64_t us)
        : end(clock::now() + std::chrono::microseconds(us)), is_set(us != 0)
    {
    }

    void check()
    {
        enum { DOCUMENTS_A_LOOK = 64 };
        if (is_set && looks++ % DOCUMENTS_A_LOOK == 0 && clock::now() >= end)
            throw xc::deadline_passed();
    }

    bool exists() const
    {
        return is_set;
    }
};

// Asked for every document that matches, so it also carries the deadline: a time limit
// of Xapian's own does not stop a match, an exception from here does.
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
        if (search.decide == nullptr)
            return true;
        std::string value = document.get_value(search.decide_slot);
        return search.decide(
                search.user, document.get_docid(), { value.data(), value.size() });
    }
};

void set_weighting(Xapian::Enquire &enquire, const xc_search &search)
{
    const double *p = search.parameters;

    switch (search.weighting) {
    case XC_WEIGHT_IMPACT: enquire.set_weighting_scheme(xc::impact_weight()); break;
    case XC_WEIGHT_BOOLEAN: enquire.set_weighting_scheme(Xapian::BoolWeight()); break;
    case XC_WEIGHT_BM25:
        if (p != nullptr)
            enquire.set_weighting_scheme(
                    Xapian::BM25Weight(p[0], p[1], p[2], p[3], p[4]));
        break;
    default: throw Xapian::InvalidArgumentError("unknown weighting");
    }
}

void configure(Xapian::Enquire &enquire, const xc_search &search)
{
    Xapian::Query query = search.query->query;

    if (search.filter != nullptr)
        query = Xapian::Query(Xapian::Query::OP_FILTER, query, search.filter->query);
    enquire.set_query(query);
    // Of equal hits the older document first, in every run.
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    set_weighting(enquire, search);
    if (search.collapse_slot != nullptr)
        enquire.set_collapse_key(*search.collapse_slot);
    if (search.sort_slot != nullptr)
        enquire.set_sort_by_value_then_relevance(
                *search.sort_slot, !search.sort_ascending);
}

xc_hit copy_hit(owned_hits &owned, const Xapian::Enquire &enquire,
        const Xapian::MSetIterator &at, const xc_search &search)
{
    Xapian::Document document = at.get_document();
    xc_hit hit = {};

    hit.docid = *at;
    hit.weight = at.get_weight();
    hit.percent = static_cast<uint32_t>(at.get_percent());
    hit.collapsed = at.get_collapse_count();
    if (!search.without_data)
        hit.data = owned.keep(document.get_data());
    if (search.value_count > 0) {
        std::vector<xc_bytes> values;
        for (size_t i = 0; i < search.value_count; i++)
            values.push_back(owned.keep(document.get_value(search.value_slots[i])));
        hit.values = owned.keep(std::move(values));
    }
    if (search.with_terms) {
        std::vector<xc_bytes> terms;
        for (auto i = enquire.get_matching_terms_begin(at);
                i != enquire.get_matching_terms_end(at); ++i)
            terms.push_back(owned.keep(*i));
        hit.term_count = terms.size();
        hit.terms = owned.keep(std::move(terms));
    }
    return hit;
}

using spies = std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>>;

void copy_facets(owned_hits &owned, const spies &counters, const xc_search &search)
{
    for (size_t i = 0; i < counters.size(); i++) {
        size_t start = owned.facets.size();
        for (auto value = counters[i]->values_begin();
                value != counters[i]->values_end(); ++value)
            owned.facets.push_back({ search.facet_slots[i], owned.keep(*value),
                    value.get_termfreq() });
        std::stable_sort(owned.facets.begin() + static_cast<std::ptrdiff_t>(start),
                owned.facets.end(),
                [](const xc_facet &a, const xc_facet &b) { return a.count > b.count; });
        owned.hits.looked_at = static_cast<uint32_t>(counters[i]->get_total());
    }
}

void copy_totals(xc_hits &hits, const Xapian::MSet &found)
{
    hits.at_least = found.get_matches_lower_bound();
    hits.estimated = found.get_matches_estimated();
    hits.at_most = found.get_matches_upper_bound();
    hits.is_exact = hits.at_least == hits.at_most;
}

std::unique_ptr<owned_hits> run(
        const Xapian::Database &database, const xc_search &search, deadline &end)
{
    auto owned = std::make_unique<owned_hits>();
    Xapian::Enquire enquire(database);
    decider decide(search, end);
    const bool has_decider = end.exists() || search.decide != nullptr;
    spies counters;

    configure(enquire, search);
    for (size_t i = 0; i < search.facet_count; i++) {
        counters.push_back(
                std::make_unique<Xapian::ValueCountMatchSpy>(search.facet_slots[i]));
        enquire.add_matchspy(counters.back().get());
    }
    Xapian::MSet found =
            enquire.get_mset(search.offset, search.limit == 0 ? 10 : search.limit,
                    search.check_at_least, nullptr, has_decider ? &decide : nullptr);
    for (auto at = found.begin(); at != found.end(); ++at)
        owned->items.push_back(copy_hit(*owned, enquire, at, search));
    copy_facets(*owned, counters, search);
    copy_totals(owned->hits, found);
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
        if (search->query == nullptr)
            owned->hits.is_exact = true;
        else
            xc::with_newest(database->database,
                    [&] { owned = run(database->database, *search, end); });
        owned->hits.items = owned->items.data();
        owned->hits.count = owned->items.size();
        owned->hits.facets = owned->facets.data();
        owned->hits.facet_count = owned->facets.size();
        *out = &owned.release()->hits;
    });
}

void xc_hits_free(xc_hits *hits)
{
    // The hits are the first member of what owns them.
    delete reinterpret_cast<owned_hits *>(hits);
}

} // extern "C"
