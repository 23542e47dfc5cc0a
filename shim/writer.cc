#include <cstdlib>
#include <exception>
#include <memory>

#include "shim/guard.hpp"
#include "shim/handles.hpp"

using xc::guarded;
using xc::to_string;
using xc::to_term;

namespace {

int xapian_flags(unsigned flags)
{
    const struct {
        unsigned flag;
        int xapian;
    } table[] = {
        { XC_NO_SYNC, Xapian::DB_NO_SYNC },
        { XC_NO_TERMLIST, Xapian::DB_NO_TERMLIST },
        { XC_RETRY_LOCK, Xapian::DB_RETRY_LOCK },
        { XC_GLASS, Xapian::DB_BACKEND_GLASS },
    };
    int mode = Xapian::DB_OPEN;

    if (flags & XC_CREATE)
        mode = Xapian::DB_CREATE;
    else if (flags & XC_CREATE_OR_OPEN)
        mode = Xapian::DB_CREATE_OR_OPEN;
    else if (flags & XC_CREATE_OR_OVERWRITE)
        mode = Xapian::DB_CREATE_OR_OVERWRITE;
    for (const auto &row : table)
        if (flags & row.flag)
            mode |= row.xapian;
    return mode;
}

// There is always a transaction, so that closing drops and never commits by surprise.
void begin(xc_writer *writer)
{
    writer->database.begin_transaction();
    writer->is_open = true;
}

void drop(xc_writer *writer)
{
    // A commit that failed has ended its transaction.  Another one, which unlike
    // begin() commits nothing first, is there only to be dropped with all that is left.
    if (!writer->is_open)
        writer->database.begin_transaction(false);
    writer->is_open = false;
    writer->database.cancel_transaction();
}

bool does_no_harm(xc_status status)
{
    return status == XC_OK || status == XC_BAD_ARGUMENT || status == XC_NOT_FOUND;
}

// Runs a write.  One that failed half-way may have taken the batch with it, so that
// nothing can be committed after it before the caller cancels and starts afresh.
template <typename Body>
xc_status written(xc_writer *writer, xc_error *err, Body &&body)
{
    xc_status status = guarded(err, [&] {
        if (writer->is_broken)
            throw Xapian::InvalidOperationError(
                    "an earlier write failed: cancel, and write the batch again");
        body(writer->database);
    });

    if (!does_no_harm(status))
        writer->is_broken = true;
    return status;
}

void expect_anything(const xc_writer *writer)
{
    if (writer->guard != nullptr)
        writer->guard->before_other();
}

// Where libxapian ends the process, the caller may catch SIGABRT and say it in one
// line; the line that C++ prints of itself is no help to anybody.
void end_without_a_word()
{
    if (std::get_terminate() == __gnu_cxx::__verbose_terminate_handler)
        std::set_terminate(std::abort);
}

} // namespace

extern "C" {

xc_status xc_writer_open(
        xc_writer **out, const char *path, unsigned flags, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        auto writer = std::make_unique<xc_writer>();
        end_without_a_word();
        writer->database = Xapian::WritableDatabase(path, xapian_flags(flags));
        begin(writer.get());
        *out = writer.release();
    });
}

void xc_writer_close(xc_writer *writer)
{
    if (writer == nullptr)
        return;
    (void)guarded(nullptr, [&] { drop(writer); });
    (void)guarded(nullptr, [&] { writer->database.close(); });
    delete writer;
}

xc_status xc_writer_add(
        xc_writer *writer, const xc_document *document, uint32_t *docid, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        if (writer->guard != nullptr)
            writer->guard->before_add();
        Xapian::docid added = to.add_document(document->document);
        if (writer->guard != nullptr)
            writer->guard->after_add(document->document, added);
        if (docid != nullptr)
            *docid = added;
    });
}

xc_status xc_writer_replace(
        xc_writer *writer, uint32_t docid, const xc_document *document, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        const bool is_new = docid > to.get_lastdocid();
        if (!is_new)
            expect_anything(writer);
        else if (writer->guard != nullptr)
            writer->guard->before_add();
        to.replace_document(docid, document->document);
        if (is_new && writer->guard != nullptr)
            writer->guard->after_add(document->document, docid);
    });
}

xc_status xc_writer_copy(xc_writer *writer, uint32_t docid, xc_database *from,
        uint32_t from_docid, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        expect_anything(writer);
        to.replace_document(docid, from->database.get_document(from_docid));
    });
}

xc_status xc_writer_replace_term(xc_writer *writer, xc_bytes unique,
        const xc_document *document, uint32_t *docid, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        expect_anything(writer);
        Xapian::docid replaced =
                to.replace_document(to_term(unique), document->document);
        if (docid != nullptr)
            *docid = replaced;
    });
}

xc_status xc_writer_delete(xc_writer *writer, uint32_t docid, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        expect_anything(writer);
        to.delete_document(docid);
    });
}

xc_status xc_writer_delete_term(xc_writer *writer, xc_bytes term, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        if (writer->guard != nullptr)
            writer->guard->before_delete(to, to_term(term));
        to.delete_document(to_term(term));
    });
}

xc_status xc_writer_set_metadata(
        xc_writer *writer, xc_bytes key, xc_bytes value, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        if (writer->guard != nullptr)
            writer->guard->before_metadata(to_string(key));
        to.set_metadata(to_string(key), to_string(value));
    });
}

xc_status xc_writer_metadata(
        char **out, size_t *size, xc_writer *writer, xc_bytes key, xc_error *err)
{
    *out = nullptr;
    *size = 0;
    return guarded(err, [&] {
        std::string value = writer->database.get_metadata(to_string(key));
        *out = xc::copy_out(value);
        *size = value.size();
    });
}

xc_status xc_writer_commit(xc_writer *writer, xc_error *err)
{
    return written(writer, err, [&](Xapian::WritableDatabase &to) {
        if (writer->guard != nullptr)
            writer->guard->before_commit();
        writer->is_open = false;
        to.commit_transaction();
        begin(writer);
        // It knows the state before, and nothing of this one.
        writer->guard.reset();
    });
}

xc_status xc_writer_cancel(xc_writer *writer, xc_error *err)
{
    return guarded(err, [&] {
        drop(writer);
        begin(writer);
        writer->is_broken = false;
    });
}

xc_status xc_writer_last_docid(uint32_t *docid, xc_writer *writer, xc_error *err)
{
    *docid = 0;
    return guarded(err, [&] { *docid = writer->database.get_lastdocid(); });
}

xc_status xc_writer_count(uint32_t *count, xc_writer *writer, xc_error *err)
{
    *count = 0;
    return guarded(err, [&] { *count = writer->database.get_doccount(); });
}

} // extern "C"
