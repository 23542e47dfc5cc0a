#include <algorithm>

#include "shim/guard.hpp"
#include "shim/handles.hpp"
#include "shim/weight.hpp"

using xc::guarded;
using xc::to_string;

namespace {

const xc_query *keep(
        xc_pool *pool, Xapian::Query query, unsigned depth = 1, xc::made_of parts = {})
{
    // Xapian walks a query by recursion.
    if (depth > XC_QUERY_DEPTH)
        throw Xapian::InvalidArgumentError("a query is deeper than XC_QUERY_DEPTH");
    pool->queries.push_back({ std::move(query), depth, pool, std::move(parts) });
    return &pool->queries.back();
}

xc::made_of part_of(xc::made_of::kind what, double factor)
{
    xc::made_of parts;

    parts.what = what;
    parts.factor = factor;
    return parts;
}

// Phrases and synonyms have no weights of their terms that could be given along.
xc::made_of parts_of(Xapian::Query::op op, std::vector<const xc_query *> children)
{
    xc::made_of parts;

    if (op == Xapian::Query::OP_SYNONYM || op == Xapian::Query::OP_PHRASE ||
            op == Xapian::Query::OP_NEAR)
        return parts;
    parts.what = xc::made_of::COMBINED;
    parts.op = op;
    parts.children = std::move(children);
    return parts;
}

Xapian::Query::op operator_of(xc_operator op)
{
    static const Xapian::Query::op OPERATORS[] = { Xapian::Query::OP_AND,
        Xapian::Query::OP_OR, Xapian::Query::OP_AND_NOT, Xapian::Query::OP_AND_MAYBE,
        Xapian::Query::OP_FILTER, Xapian::Query::OP_SYNONYM, Xapian::Query::OP_MAX,
        Xapian::Query::OP_PHRASE, Xapian::Query::OP_NEAR };
    const bool is_known = op >= XC_AND && op <= XC_NEAR;

    if (!is_known)
        throw Xapian::InvalidArgumentError("unknown query operator");
    return OPERATORS[op];
}

Xapian::Query combined(xc_operator op, const std::vector<Xapian::Query> &children,
        Xapian::termcount window)
{
    const Xapian::Query::op which = operator_of(op);

    if (op == XC_PHRASE || op == XC_NEAR)
        return Xapian::Query(which, children.begin(), children.end(), window);
    return Xapian::Query(which, children.begin(), children.end());
}

} // namespace

extern "C" {

xc_status xc_pool_open(xc_pool **out, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] { *out = new xc_pool(); });
}

void xc_pool_clear(xc_pool *pool)
{
    pool->queries.clear();
    pool->sums.clear();
}

void xc_pool_close(xc_pool *pool)
{
    delete pool;
}

xc_status xc_query_term(
        const xc_query **out, xc_pool *pool, xc_bytes term, uint32_t wqf, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        *out = keep(pool, Xapian::Query(to_string(term), wqf), 1,
                part_of(xc::made_of::TERM, wqf));
    });
}

xc_status xc_query_all(const xc_query **out, xc_pool *pool, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] { *out = keep(pool, Xapian::Query(std::string())); });
}

xc_status xc_query_combine(const xc_query **out, xc_pool *pool, xc_operator op,
        const xc_query *const *children, size_t count, uint32_t window, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        std::vector<Xapian::Query> given;
        std::vector<const xc_query *> kept;
        unsigned depth = 0;
        const bool first_counts = op == XC_AND_NOT || op == XC_AND_MAYBE;
        if (first_counts && (count == 0 || children[0] == nullptr))
            return;
        for (size_t i = 0; i < count; i++) {
            if (children[i] == nullptr)
                continue;
            given.push_back(children[i]->query);
            kept.push_back(children[i]);
            depth = std::max(depth, children[i]->depth);
        }
        if (!given.empty())
            *out = keep(pool, combined(op, given, window), depth + 1,
                    parts_of(operator_of(op), std::move(kept)));
    });
}

xc_status xc_query_terms(const xc_query **out, xc_pool *pool, xc_operator op,
        const xc_bytes *terms, size_t count, uint32_t window, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        std::vector<Xapian::Query> given;
        std::vector<const xc_query *> kept;
        for (size_t i = 0; i < count; i++) {
            given.emplace_back(to_string(terms[i]));
            kept.push_back(keep(pool, given.back(), 1, part_of(xc::made_of::TERM, 1)));
        }
        if (!given.empty())
            *out = keep(pool, combined(op, given, window), 2,
                    parts_of(operator_of(op), std::move(kept)));
    });
}

xc_status xc_query_prefix(const xc_query **out, bool *is_cut, xc_pool *pool,
        xc_database *database, xc_bytes prefix, size_t limit, xc_error *err)
{
    xc_list *terms = nullptr;
    std::vector<xc_bytes> texts;

    *out = nullptr;
    if (is_cut != nullptr)
        *is_cut = false;
    xc_status status = xc_database_terms(&terms, database, prefix, limit, true, err);
    if (status != XC_OK)
        return status;
    status = guarded(err, [&] {
        for (size_t i = 0; i < terms->count; i++)
            texts.push_back(terms->items[i].text);
    });
    if (status == XC_OK)
        status = xc_query_terms(
                out, pool, XC_SYNONYM, texts.data(), texts.size(), 0, err);
    if (is_cut != nullptr)
        *is_cut = terms->is_cut;
    xc_list_free(terms);
    return status;
}

xc_status xc_query_scale(const xc_query **out, xc_pool *pool, const xc_query *query,
        double factor, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        if (query == nullptr)
            return;
        xc::made_of parts = part_of(xc::made_of::SCALED, factor);
        parts.children.push_back(query);
        *out = keep(pool,
                Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query->query, factor),
                query->depth + 1, std::move(parts));
    });
}

xc_status xc_query_sum(const xc_query **out, xc_pool *pool, const xc_addend *terms,
        size_t count, double most, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        std::vector<xc::impact_sum::addend> addends;
        for (size_t i = 0; i < count; i++)
            addends.push_back({ to_string(terms[i].term),
                    xc::exact_weight(terms[i].weight), terms[i].with_next });
        if (addends.empty())
            return;
        pool->sums.emplace_back(std::move(addends), most, &pool->until);
        xc::made_of parts = part_of(xc::made_of::SUM, 1);
        parts.sum = &pool->sums.back();
        *out = keep(pool, Xapian::Query(&pool->sums.back()), 1, std::move(parts));
    });
}

xc_status xc_query_range(const xc_query **out, xc_pool *pool, uint32_t slot,
        const xc_bytes *from, const xc_bytes *to, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        if (from != nullptr && to != nullptr)
            *out = keep(pool, Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot,
                                      to_string(*from), to_string(*to)));
        else if (from != nullptr)
            *out = keep(pool,
                    Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, to_string(*from)));
        else if (to != nullptr)
            *out = keep(pool,
                    Xapian::Query(Xapian::Query::OP_VALUE_LE, slot, to_string(*to)));
        else
            *out = keep(pool, Xapian::Query(std::string()));
    });
}

xc_status xc_query_describe(char **out, const xc_query *query, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        *out = xc::copy_out(
                query == nullptr ? "Query()" : query->query.get_description());
    });
}

} // extern "C"
