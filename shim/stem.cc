#include <algorithm>

#include "shim/guard.hpp"
#include "shim/handles.hpp"

using xc::guarded;

extern "C" {

xc_status xc_stemmer_open(xc_stemmer **out, const char *language, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] { *out = new xc_stemmer{ Xapian::Stem(language) }; });
}

void xc_stemmer_close(xc_stemmer *stemmer)
{
    delete stemmer;
}

xc_status xc_stemmer_stem(xc_stemmer *stemmer, xc_bytes word, char *out, size_t room,
        size_t *size, xc_error *err)
{
    *size = 0;
    return guarded(err, [&] {
        std::string stem = stemmer->stem(xc::to_string(word));
        if (stem.size() > room)
            throw Xapian::InvalidArgumentError("the stem is larger than its room");
        std::copy(stem.begin(), stem.end(), out);
        *size = stem.size();
    });
}

xc_status xc_stemmer_languages(char **out, xc_error *err)
{
    *out = nullptr;
    return guarded(
            err, [&] { *out = xc::copy_out(Xapian::Stem::get_available_languages()); });
}

} // extern "C"
