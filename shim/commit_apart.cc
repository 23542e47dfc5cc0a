// A commit in a process of its own.
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shim/guard.hpp"
#include "shim/handles.hpp"

using xc::guarded;

namespace {

bool write_report(int to, const xc_error &what)
{
    const char *bytes = reinterpret_cast<const char *>(&what);
    size_t done = 0;

    while (done < sizeof what) {
        const ssize_t wrote = write(to, bytes + done, sizeof what - done);
        if (wrote < 0 && errno != EINTR)
            return false;
        if (wrote > 0)
            done += static_cast<size_t>(wrote);
    }
    return true;
}

bool read_report(int from, xc_error &what)
{
    char *bytes = reinterpret_cast<char *>(&what);
    size_t done = 0;

    while (done < sizeof what) {
        const ssize_t got = read(from, bytes + done, sizeof what - done);
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        if (got > 0)
            done += static_cast<size_t>(got);
    }
    return true;
}

// What libc says where it finds its memory spoilt, as libxapian does on damage, is no
// sentence for a user, and the caller's own handler would say a second one.  A
// sanitizer may speak.
void be_silent()
{
#ifndef __SANITIZE_ADDRESS__
    // Nothing can be written to it, and it may be opened whatever is confined.
    const int nowhere = open("/", O_PATH | O_CLOEXEC);

    if (nowhere >= 0)
        (void)dup2(nowhere, STDERR_FILENO);
#endif
    (void)std::signal(SIGABRT, SIG_DFL);
}

// Runs in the process that commits, and leaves it without undoing anything: all else
// there belongs to the caller.
[[noreturn]] void commit_and_leave(xc_writer *writer, int to, pid_t caller)
{
    xc_error what = { XC_OK, "" };

    // A destructor of libxapian writes blocks, and what it throws ends the process:
    // without a word, since the caller has one.
    std::set_terminate([] { _exit(1); });
    be_silent();
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != caller)
        _exit(1);
    what.status = guarded(&what, [&] { writer->database.commit_transaction(); });
    _exit(write_report(to, what) ? 0 : 1);
}

void wait_for(pid_t child)
{
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR)
        continue;
}

} // namespace

extern "C" xc_status xc_writer_commit_apart(xc_writer *writer, xc_error *err)
{
    int ends[2] = { -1, -1 };
    xc_error what = { XC_OK, "" };
    const pid_t caller = getpid();

    if (!writer->is_broken && writer->guard != nullptr) {
        const xc_status status = guarded(err, [&] { writer->guard->before_commit(); });
        if (status != XC_OK) {
            writer->is_broken = true;
            return status;
        }
    }
    if (writer->is_broken || pipe(ends) != 0)
        return xc_writer_commit(writer, err);
    const pid_t child = fork();
    if (child == 0)
        commit_and_leave(writer, ends[1], caller);
    (void)close(ends[1]);
    const bool is_reported = child > 0 && read_report(ends[0], what);
    (void)close(ends[0]);
    if (child < 0)
        return xc_writer_commit(writer, err);
    wait_for(child);
    // What this process holds of the database is not what is on the disk now.
    writer->is_broken = true;
    if (!is_reported)
        return xc::report(err, XC_IO, "libxapian gave up while it wrote");
    return what.status == XC_OK ? XC_OK : xc::report(err, what.status, what.message);
}
