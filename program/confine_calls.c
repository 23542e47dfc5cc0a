#include "confine_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

/* Where the numbers of calls are known.  Numbers below are those of this machine; calls
   by the numbers of another one (32 bits, x32) are refused as a whole. */
#if defined __x86_64__ && !defined __ILP32__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__ && defined __AARCH64EL__
#define MACHINE AUDIT_ARCH_AARCH64
#endif

#ifndef MACHINE

const char *confine_calls(const struct confinement *allowed)
{
    (void)allowed;
    return "the calls of this machine are not known";
}

#else

enum { MAX_FILTER = 256, FOREIGN_NUMBERS = 0x40000000 };

/* Programs, the network, other processes, the kernel: never needed once the sockets are
   open. */
static const int REFUSED[] = { SYS_execve, SYS_execveat, SYS_ptrace,
    SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_socketpair, SYS_bind,
    SYS_listen, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register, SYS_bpf,
    SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key,
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_move_mount, SYS_open_tree,
    SYS_fsopen, SYS_fsmount, SYS_fsconfig, SYS_unshare, SYS_setns, SYS_kexec_load,
    SYS_kexec_file_load, SYS_init_module, SYS_finit_module, SYS_delete_module,
    SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl, SYS_settimeofday,
    SYS_clock_settime, SYS_adjtimex, SYS_clock_adjtime, SYS_sethostname,
    SYS_setdomainname, SYS_syslog, SYS_open_by_handle_at, SYS_mknodat, SYS_memfd_create,
    SYS_personality, SYS_pidfd_getfd, SYS_symlinkat,
#ifdef __x86_64__
    SYS_mknod, SYS_symlink, SYS_iopl, SYS_ioperm, SYS_modify_ldt, SYS_uselib
#endif
};

static const int CONNECTING[] = { SYS_socket, SYS_connect };

static const int WRITING[] = {
    SYS_truncate, SYS_renameat, SYS_renameat2, SYS_linkat, SYS_mkdirat, SYS_unlinkat,
    SYS_fchmodat, SYS_fchmod, SYS_fchownat, SYS_fchown, SYS_utimensat, SYS_setxattr,
    SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr,
#ifdef __x86_64__
    SYS_rename, SYS_link, SYS_mkdir, SYS_rmdir, SYS_unlink, SYS_chmod, SYS_chown,
    SYS_lchown, SYS_creat, SYS_utime, SYS_utimes, SYS_futimesat
#endif
};

struct filter {
    struct sock_filter steps[MAX_FILTER];
    unsigned short count;
};

static void add(struct filter *filter, struct sock_filter step)
{
    filter->steps[filter->count++] = step;
}

static void load(struct filter *filter, size_t place)
{
    add(filter,
            (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)place));
}

/* If the test of what is loaded holds, the call fails with this error. */
static void refuse_if(
        struct filter *filter, unsigned test, uint32_t value, unsigned error)
{
    add(filter, (struct sock_filter)BPF_JUMP(
                        (unsigned short)(BPF_JMP | test | BPF_K), value, 0, 1));
    add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K,
                        SECCOMP_RET_ERRNO | (error & SECCOMP_RET_DATA)));
}

static void refuse_all(
        struct filter *filter, const int *numbers, size_t count, unsigned error)
{
    for (size_t i = 0; i < count; i++)
        refuse_if(filter, BPF_JEQ, (uint32_t)numbers[i], error);
}

/* Refuses a call by the low half of an argument: where all of `bits` are set, or any.
 */
static void refuse_by_argument(struct filter *filter, int number, unsigned argument,
        uint32_t bits, bool is_all)
{
    size_t place = offsetof(struct seccomp_data, args) + argument * sizeof(uint64_t);

    add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                        (uint32_t)number, 0, is_all ? 5 : 4));
    load(filter, place);
    if (is_all)
        add(filter, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, bits));
    refuse_if(filter, is_all ? BPF_JEQ : BPF_JSET, bits, EACCES);
    load(filter, offsetof(struct seccomp_data, nr));
}

/* Threads share what they have; what shares less is another process. */
static void refuse_processes(struct filter *filter)
{
    size_t place = offsetof(struct seccomp_data, args);

#ifdef __x86_64__
    static const int FORKS[] = { SYS_fork, SYS_vfork };
    refuse_all(filter, FORKS, sizeof FORKS / sizeof *FORKS, EPERM);
#endif
    /* Its flags are in memory, where a filter cannot look: libc then asks the other. */
    refuse_if(filter, BPF_JEQ, SYS_clone3, ENOSYS);
    add(filter,
            (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4));
    load(filter, place);
    add(filter, (struct sock_filter)BPF_JUMP(
                        BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
    add(filter,
            (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    load(filter, offsetof(struct seccomp_data, nr));
}

static void refuse_writing(struct filter *filter)
{
    const uint32_t bits = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

    refuse_all(filter, WRITING, sizeof WRITING / sizeof *WRITING, EACCES);
    refuse_if(filter, BPF_JEQ, SYS_openat2, ENOSYS);
    refuse_by_argument(filter, SYS_openat, 2, bits, false);
#ifdef __x86_64__
    refuse_by_argument(filter, SYS_open, 1, bits, false);
#endif
}

static void make_filter(struct filter *filter, const struct confinement *allowed)
{
    const uint32_t both = PROT_WRITE | PROT_EXEC;

    load(filter, offsetof(struct seccomp_data, arch));
    add(filter, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0));
    add(filter,
            (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    load(filter, offsetof(struct seccomp_data, nr));
    refuse_if(filter, BPF_JGE, FOREIGN_NUMBERS, EPERM);
    refuse_all(filter, REFUSED, sizeof REFUSED / sizeof *REFUSED, EPERM);
    if (!allowed->is_connecting)
        refuse_all(filter, CONNECTING, sizeof CONNECTING / sizeof *CONNECTING, EPERM);
    refuse_by_argument(filter, SYS_mmap, 2, both, true);
    refuse_by_argument(filter, SYS_mprotect, 2, both, true);
    if (!allowed->is_forking)
        refuse_processes(filter);
    if (allowed->writable_count == 0)
        refuse_writing(filter);
    add(filter, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
}

const char *confine_calls(const struct confinement *allowed)
{
    struct filter filter = { .count = 0 };

    make_filter(&filter, allowed);
    const struct sock_fprog program = { filter.count, filter.steps };
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0
                   ? NULL
                   : "this kernel has no seccomp, or refuses the filter";
}

#endif
