using Dynptrs;
using static Corpus.Bpf;
using static Corpus.Pairs.Kernel;

namespace Corpus.Pairs;

internal static class KeptObjects
{
    private static readonly ArrayMap<KeptTask> kept = new(maxEntries: 4);
    private static readonly ArrayMap<Cipher> ciphers = new(maxEntries: 4);

    /// <summary>A task that a map keeps.</summary>
    private struct KeptTask
    {
        public KernelPointer<KernelTask> task;
    }

    /// <summary>A cipher that a map keeps, and memory for it.</summary>
    private struct Cipher
    {
        public KernelPointer<CryptoContext> context;
        public ulong a;
        public ulong b;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int kept_task_seen(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var seen = value.Value.task.Object;
        if (seen is null)
            return 0;
        var held = bpf_task_acquire(seen);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int kept_task_released(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var seen = value.Value.task.Object;
        if (seen is not null)
            bpf_task_release(/*!DYN002*/seen/*!*/);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int given_task_kept(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var old = bpf_kptr_xchg(ref value.Value.task, /*!DYN002*/task/*!*/);
        if (old is not null)
            bpf_task_release(old);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int acquired_task_kept_in_a_map(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        var old = bpf_kptr_xchg(ref value.Value.task, held);
        if (old is not null)
            bpf_task_release(old);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int acquired_task_kept_in_a_map_and_released(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        var old = bpf_kptr_xchg(ref value.Value.task, held);
        if (old is not null)
            bpf_task_release(old);
        bpf_task_release(/*!DYN002*/held/*!*/);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int acquired_task_kept_in_a_map_and_used(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var held = bpf_task_acquire(task);
        if (held is null)
            return 0;
        var old = bpf_kptr_xchg(ref value.Value.task, held);
        if (old is not null)
            bpf_task_release(old);
        held = bpf_task_acquire(/*!DYN003*/held/*!*/);
        if (held is not null)
            bpf_task_release(held);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_taken_out_of_a_map_and_lost(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (value)
            /*!DYN001*/bpf_kptr_xchg(ref value.Value.task, null);/*!*/
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_taken_out_of_a_map(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var old = bpf_kptr_xchg(ref value.Value.task, null);
        if (old is not null)
            bpf_task_release(old);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int task_that_may_be_null_kept_in_a_map(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var held = bpf_task_acquire(task);
        var old = bpf_kptr_xchg(ref value.Value.task, /*!DYN006*/held/*!*/);
        if (old is not null)
            bpf_task_release(old);
        return 0;
    }

    [BpfProgram("lsm/task_alloc")]
    public static int kept_task_put_back(KernelTask task)
    {
        var value = bpf_map_lookup_elem(kept, 0u);
        if (!value)
            return 0;
        var seen = value.Value.task.Object;
        if (seen is null)
            return 0;
        var old = bpf_kptr_xchg(ref value.Value.task, /*!DYN002*/seen/*!*/);
        if (old is not null)
            bpf_task_release(old);
        return 0;
    }

    [BpfProgram("tc")]
    public static int seen_cipher_used(SkBuff packet)
    {
        var value = bpf_map_lookup_elem(ciphers, 0u);
        if (!value)
            return 0;
        bpf_dynptr_from_mem(ref value.Value.a, 0, out var a);
        bpf_dynptr_from_mem(ref value.Value.b, 0, out var b);
        var cipher = value.Value.context.Object;
        if (cipher is not null)
            bpf_crypto_encrypt(cipher, a, b, default);
        return 0;
    }

    [BpfProgram("tc")]
    public static int seen_cipher_that_may_be_null(SkBuff packet)
    {
        var value = bpf_map_lookup_elem(ciphers, 0u);
        if (!value)
            return 0;
        bpf_dynptr_from_mem(ref value.Value.a, 0, out var a);
        bpf_dynptr_from_mem(ref value.Value.b, 0, out var b);
        var cipher = value.Value.context.Object;
        bpf_crypto_encrypt(/*!DYN006*/cipher/*!*/!, a, b, default);
        return 0;
    }
}
