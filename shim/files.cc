// What is done to whole databases: merge, check, name in a stub.
#include <cerrno>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

#include "shim/guard.hpp"
#include "shim/handles.hpp"

using xc::guarded;

namespace {

[[noreturn]] void fail_with_errno(const std::string &what, const std::string &path)
{
    const int reason = errno;

    throw xc::system_failure(what + " " + path + ": " + std::strerror(reason));
}

void write_all(int file, const std::string &text, const std::string &path)
{
    size_t done = 0;

    while (done < text.size()) {
        ssize_t wrote = write(file, text.data() + done, text.size() - done);
        if (wrote < 0 && errno != EINTR)
            fail_with_errno("cannot write", path);
        if (wrote > 0)
            done += static_cast<size_t>(wrote);
    }
}

// Closes whatever happens.
struct open_file {
    int number;

    open_file(const std::string &path, int flags)
        : number(open(path.c_str(), flags, 0666))
    {
        if (number < 0)
            fail_with_errno("cannot open", path);
    }

    ~open_file()
    {
        close(number);
    }

    open_file(const open_file &) = delete;
    open_file &operator=(const open_file &) = delete;
};

void write_synced(const std::string &path, const std::string &text)
{
    open_file file(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);

    write_all(file.number, text, path);
    if (fsync(file.number) != 0)
        fail_with_errno("cannot sync", path);
}

void sync_folder_of(const std::string &path)
{
    size_t slash = path.rfind('/');
    open_file folder(slash == std::string::npos ? "." : path.substr(0, slash + 1),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fsync(folder.number) != 0)
        fail_with_errno("cannot sync the folder of", path);
}

} // namespace

extern "C" {

xc_status xc_compact(const char *to, const char *const *from, size_t count,
        unsigned block_size, xc_error *err)
{
    return guarded(err, [&] {
        Xapian::Database all;
        for (size_t i = 0; i < count; i++)
            all.add_database(Xapian::Database(from[i]));
        all.compact(to, Xapian::Compactor::FULL, static_cast<int>(block_size));
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

xc_status xc_stub_write(
        const char *path, const char *const *lines, size_t count, xc_error *err)
{
    return guarded(err, [&] {
        const std::string target(path);
        const std::string fresh = target + ".new";
        std::string text;
        for (size_t i = 0; i < count; i++)
            text.append(lines[i]).push_back('\n');
        write_synced(fresh, text);
        if (rename(fresh.c_str(), target.c_str()) != 0)
            fail_with_errno("cannot rename over", target);
        sync_folder_of(target);
    });
}

} // extern "C"
