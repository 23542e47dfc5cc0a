// What is done to whole databases: merge and check.
#include <sstream>

#include "shim/guard.hpp"
#include "shim/handles.hpp"

using xc::guarded;

extern "C" {

xc_status xc_compact(const char *to, const char *const *from, size_t count,
        unsigned block_size, xc_error *err)
{
    return xc_compact_as(to, from, count, 0, block_size, err);
}

xc_status xc_compact_as(const char *to, const char *const *from, size_t count,
        unsigned flags, unsigned block_size, xc_error *err)
{
    return guarded(err, [&] {
        unsigned how = Xapian::Compactor::FULL;
        Xapian::Database all;
        if (flags & XC_FULLER)
            how = Xapian::Compactor::FULLER;
        if (flags & XC_KEEP_DOCIDS)
            how |= Xapian::DBCOMPACT_NO_RENUMBER;
        for (size_t i = 0; i < count; i++)
            all.add_database(Xapian::Database(from[i]));
        if (all.size() == 0)
            throw Xapian::InvalidArgumentError("there is no database to merge");
        all.compact(to, how, static_cast<int>(block_size));
    });
}

xc_status xc_check(size_t *problems, char **report, const char *path, xc_error *err)
{
    *problems = 0;
    if (report != nullptr)
        *report = nullptr;
    return guarded(err, [&] {
        std::ostringstream said;
        *problems = Xapian::Database::check(path, 0, &said);
        if (report != nullptr)
            *report = xc::copy_out(said.str());
    });
}

} // extern "C"
