#include "shim/portable.hpp"

#include <cmath>

#include "shim/terms.hpp"
#include "shim/weight.hpp"

namespace {

Xapian::Query scaled(const Xapian::Query &query, double weight)
{
    return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, weight);
}

Xapian::Query portable_sum(const std::vector<xc::impact_sum::addend> &addends)
{
    std::vector<Xapian::Query> any;

    for (size_t i = 0; i < addends.size(); i++) {
        std::vector<Xapian::Query> chain;
        for (;; i++) {
            chain.push_back(scaled(Xapian::Query(addends[i].term), addends[i].weight));
            if (!addends[i].with_next || i + 1 == addends.size())
                break;
        }
        any.emplace_back(Xapian::Query::OP_AND, chain.begin(), chain.end());
    }
    return Xapian::Query(Xapian::Query::OP_OR, any.begin(), any.end());
}

Xapian::Query portable_term(
        const xc_query &query, const xc::statistics &known, double factor)
{
    const std::string term = *query.query.get_terms_begin();

    return scaled(Xapian::Query(term), xc::impact_factor(factor * query.parts.factor,
                                               known.documents, known.frequency(term)));
}

Xapian::Query portable_part(
        const xc_query &query, const xc::statistics &known, double factor)
{
    const xc::made_of &parts = query.parts;
    std::vector<Xapian::Query> children;

    switch (parts.what) {
    case xc::made_of::TERM: return portable_term(query, known, factor);
    case xc::made_of::SUM: return portable_sum(parts.sum->terms());
    case xc::made_of::SCALED:
        return portable_part(*parts.children[0], known, factor * parts.factor);
    case xc::made_of::COMBINED:
        for (const xc_query *child : parts.children)
            children.push_back(portable_part(*child, known, factor));
        return Xapian::Query(parts.op, children.begin(), children.end());
    default: return query.query;
    }
}

} // namespace

namespace xc {

statistics::statistics(const xc_database &from, bool weighs)
    : database(from), counts(weighs),
      documents(from.terms != nullptr ? from.terms->all : from.database.get_doccount())
{
}

double statistics::frequency(const std::string &term) const
{
    if (!counts)
        return 0;
    if (xc::knows(database, term))
        return xc::known_frequency(*database.terms, term);
    return database.database.get_termfreq(term);
}

Xapian::Query portable(const xc_query &query, const statistics &known)
{
    return portable_part(query, known, 1);
}

} // namespace xc
