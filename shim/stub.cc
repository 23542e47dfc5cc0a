// Stub files: lines that name the databases which are searched as one.
#include "shim/stub.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
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
    // What a killed writer left, or a link or pipe that somebody put there.
    (void)unlink(path.c_str());
    open_file file(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);

    write_all(file.number, text, path);
    if (fsync(file.number) != 0)
        fail_with_errno("cannot sync", path);
}

void sync_folder_of(const std::string &path)
{
    size_t slash = path.rfind('/');
    open_file folder(slash == std::string::npos ? "." : path.substr(0, slash + 1),
            O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    // Some file systems have no fsync() for folders.
    if (fsync(folder.number) != 0 && errno != EINVAL && errno != ENOTSUP &&
            errno != ENOSYS)
        fail_with_errno("cannot sync the folder of", path);
}

std::string read_all(const std::string &path)
{
    open_file file(path, O_RDONLY | O_CLOEXEC);
    std::string text;
    char part[4096];

    for (;;) {
        ssize_t got = read(file.number, part, sizeof part);
        if (got == 0)
            return text;
        if (got < 0 && errno != EINTR)
            fail_with_errno("cannot read", path);
        if (got > 0)
            text.append(part, static_cast<size_t>(got));
    }
}

// The stub file that `path` is or holds; empty where there is none.
std::string stub_of(const std::string &path)
{
    // A database in a single file is a file, too, and never that small.
    enum { STUB_SIZE = 1 << 16 };
    std::string inner = path + "/XAPIANDB";
    struct stat about = {};

    if (stat(inner.c_str(), &about) == 0)
        return inner;
    if (stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode) &&
            about.st_size < STUB_SIZE)
        return path;
    return std::string();
}

// Lines that name a database: the others are empty or comments.
std::vector<std::string> lines_of(const std::string &text)
{
    std::vector<std::string> lines;

    for (size_t start = 0; start < text.size();) {
        const size_t end = std::min(text.find('\n', start), text.size());
        if (end > start && text[start] != '#')
            lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

std::string text_of(const char *const *lines, size_t count)
{
    std::string text;

    for (size_t i = 0; i < count; i++) {
        if (lines[i][0] == '\0' || std::strchr(lines[i], '\n') != nullptr)
            throw Xapian::InvalidArgumentError("a line of a stub is not one line");
        text.append(lines[i]).push_back('\n');
    }
    return text;
}

void replace_file(const std::string &target, const std::string &text)
{
    const std::string fresh = target + ".new";

    try {
        write_synced(fresh, text);
        if (rename(fresh.c_str(), target.c_str()) != 0)
            fail_with_errno("cannot rename over", target);
    } catch (...) {
        (void)unlink(fresh.c_str());
        throw;
    }
    sync_folder_of(target);
}

} // namespace

bool xc::names_remote(const std::string &path)
{
    const std::string stub = stub_of(path);

    if (stub.empty())
        return false;
    for (const std::string &line : lines_of(read_all(stub)))
        if (line.compare(0, std::strlen("remote "), "remote ") == 0)
            return true;
    return false;
}

extern "C" {

xc_status xc_stub_read(xc_list **out, const char *path, xc_error *err)
{
    *out = nullptr;
    return guarded(err, [&] {
        auto owned = std::make_unique<xc::owned_list>();
        const std::string stub = stub_of(path);
        if (stub.empty())
            throw Xapian::DatabaseNotFoundError(std::string("no stub file at ") + path);
        for (std::string &line : lines_of(read_all(stub)))
            owned->add(std::move(line), 0, 0);
        *out = owned.release()->finish();
    });
}

xc_status xc_stub_write(
        const char *path, const char *const *lines, size_t count, xc_error *err)
{
    return guarded(err, [&] { replace_file(path, text_of(lines, count)); });
}

} // extern "C"
