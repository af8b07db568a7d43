using System.Collections.Immutable;
using Dynptrs.Verifier.Contracts;

namespace Dynptrs.Analyzers.Programs;

/// <summary>What programs that are attached to a hook of a security module may return, and what they are given.</summary>
/// <remarks>Follows <c>bpf_lsm_get_retval_range</c> and the declarations of the hooks, of Linux 7.2.</remarks>
internal static class LsmHooks
{
    private const int MaxErrno = 4095;

    private static readonly ImmutableHashSet<string> Predicates = ["audit_rule_known", "inode_xattr_skipcap", "xfrm_state_pol_flow_match"];

    private static readonly ImmutableHashSet<string> Void =
    [
        "audit_rule_free", "backing_file_free", "bdev_free_security", "bpf_map_free", "bpf_prog_free", "bpf_token_free",
        "bprm_committed_creds", "bprm_committing_creds", "cred_free", "cred_getlsmprop", "cred_getsecid", "cred_transfer",
        "current_getlsmprop_subj", "d_instantiate", "file_free_security", "file_release", "file_set_fowner", "inet_conn_established",
        "inet_csk_clone", "initramfs_populated", "inode_free_security", "inode_free_security_rcu", "inode_getlsmprop",
        "inode_invalidate_secctx", "inode_post_create_tmpfile", "inode_post_remove_acl", "inode_post_removexattr", "inode_post_set_acl",
        "inode_post_setattr", "inode_post_setxattr", "ipc_getlsmprop", "key_post_create_or_update", "msg_msg_free_security",
        "msg_queue_free_security", "path_post_mknod", "release_secctx", "req_classify_flow", "sb_delete", "sb_free_mnt_opts",
        "sb_free_security", "sctp_sk_clone", "secmark_refcount_dec", "secmark_refcount_inc", "sem_free_security", "shm_free_security",
        "sk_clone_security", "sk_free_security", "sk_getsecid", "sock_graft", "task_free", "task_getlsmprop_obj", "task_to_inode",
        "xfrm_policy_free_security", "xfrm_state_free_security",
    ];

    /// <summary>The numbers that a program may return, or <see langword="null"/> for any.</summary>
    /// <param name="hook">The hook.</param>
    public static ValueRange? Result(string hook) =>
        hook.Length == 0 || Void.Contains(hook) ? null : Predicates.Contains(hook) ? new ValueRange(0, 1) : new ValueRange(-MaxErrno, 0);

    /// <summary>The index of the object that may be null where a hook gives it, or -1.</summary>
    /// <param name="hook">The hook.</param>
    public static int NullableArgument(string hook) => hook == "mmap_file" ? 0 : -1;

    /// <summary>The numbers that a program may return that is attached to a hook for a control group.</summary>
    /// <param name="hook">The hook.</param>
    public static ValueRange? ResultInControlGroup(string hook) => Void.Contains(hook) ? new ValueRange(1, 1) : new ValueRange(0, 1);
}
