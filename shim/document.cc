#include <cmath>

#include "shim/guard.hpp"
#include "shim/handles.hpp"

using xc::guarded;
using xc::to_string;
using xc::to_term;

extern "C" {

xc_status xc_document_open(xc_document **out, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] { *out = new xc_document(); });
}

void xc_document_close(xc_document *document)
{
    delete document;
}

xc_status xc_document_clear(xc_document *document, xc_error *err)
{
    return guarded(err, [&] {
        document->document.clear_terms();
        document->document.clear_values();
        document->document.set_data(std::string());
    });
}

xc_status xc_document_set_data(xc_document *document, xc_bytes data, xc_error *err)
{
    return guarded(err, [&] { document->document.set_data(to_string(data)); });
}

xc_status xc_document_set_value(
        xc_document *document, uint32_t slot, xc_bytes value, xc_error *err)
{
    return guarded(err, [&] { document->document.add_value(slot, to_string(value)); });
}

xc_status xc_document_set_number(
        xc_document *document, uint32_t slot, double number, xc_error *err)
{
    return guarded(err, [&] {
        if (std::isnan(number))
            throw Xapian::InvalidArgumentError("a value that is not a number");
        document->document.add_value(slot, Xapian::sortable_serialise(number));
    });
}

xc_status xc_document_add_term(
        xc_document *document, xc_bytes term, uint32_t wdf, xc_error *err)
{
    return guarded(err, [&] { document->document.add_term(to_term(term), wdf); });
}

xc_status xc_document_add_boolean(xc_document *document, xc_bytes term, xc_error *err)
{
    return guarded(err, [&] { document->document.add_boolean_term(to_term(term)); });
}

xc_status xc_document_add_posting(xc_document *document, xc_bytes term,
        uint32_t position, uint32_t wdf, xc_error *err)
{
    return guarded(
            err, [&] { document->document.add_posting(to_term(term), position, wdf); });
}

} // extern "C"
