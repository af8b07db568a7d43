using System;
using System.Collections;
using System.Collections.Generic;
using System.Threading;

namespace Dynptrs;

/// <summary>Where packets of XDP programs may go, by a key. Programs redirect by it; the host stores what is in it. Safe to use from several threads.</summary>
public abstract class RedirectMap : BpfMap, IEnumerable<KeyValuePair<uint, uint>>
{
    private const ulong ActionMask = XdpAction.XDP_DROP | XdpAction.XDP_PASS;

    private readonly SortedDictionary<uint, uint> _targets = [];
    private readonly Lock _lock = new();

    private protected RedirectMap(int maxEntries)
        : base(maxEntries)
    {
    }

    /// <summary>The flags that say how packets go on.</summary>
    private protected virtual ulong KnownFlags => 0;

    /// <summary>Notes that the packet shall go where the map says. Of several calls the last one counts.</summary>
    /// <param name="key">The key, of which the lowest 32 bits count.</param>
    /// <param name="flags">
    /// What the program is to return where the map has no such key: <see cref="XdpAction.XDP_ABORTED"/>, <see cref="XdpAction.XDP_DROP"/>,
    /// <see cref="XdpAction.XDP_PASS"/> or <see cref="XdpAction.XDP_TX"/>; for a map of interfaces also
    /// <see cref="BpfConstants.BPF_F_BROADCAST"/>, for which no key is asked, and <see cref="BpfConstants.BPF_F_EXCLUDE_INGRESS"/>.
    /// </param>
    /// <returns>
    /// What the program is to return: <see cref="XdpAction.XDP_REDIRECT"/>; what the flags say, where there is no such key;
    /// <see cref="XdpAction.XDP_ABORTED"/> for other flags.
    /// </returns>
    /// <remarks>Here the target is noted for the <see cref="TestRun"/> of the calling thread, whose result shows it. No packet is sent.</remarks>
    /// <exception cref="InvalidOperationException">The thread runs no program: run it through <see cref="TestRun"/>.</exception>
    [BpfHelper("bpf_redirect_map", Id = 51, Since = "4.14", ProgramTypes = ["XDP"],
        Summary = "Notes that the packet shall go where a map says, and gives the action that the program is to return.")]
    public int Redirect(ulong key, [FlagsOf(typeof(MapRedirectFlags))] ulong flags)
    {
        var log = Dynptrs.Redirect.OfRunning();
        if ((flags & ~(ActionMask | KnownFlags)) != 0)
            return XdpAction.XDP_ABORTED;
        if (!TryGet((uint)key, out var target) && (flags & BpfConstants.BPF_F_BROADCAST) == 0)
            return (int)(flags & ActionMask);
        log.Targets.Add(new RedirectTarget(target, flags & ~ActionMask) { Way = RedirectWay.Map, Map = this, Key = (uint)key });
        return XdpAction.XDP_REDIRECT;
    }

    /// <summary>Reads a value, for the host.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, or 0.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(uint key, out uint value)
    {
        lock (_lock)
            return _targets.TryGetValue(key, out value);
    }

    /// <summary>Stores a value, for the host. Whether the machine has what it names is not asked.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="flags">
    /// <see cref="BpfConstants.BPF_ANY"/> or <see cref="BpfConstants.BPF_EXIST"/>; where keys are no indices, also
    /// <see cref="BpfConstants.BPF_NOEXIST"/>.
    /// </param>
    /// <returns>
    /// 0; <c>-EINVAL</c> for other flags; <c>-E2BIG</c> for a key out of range, or when the map is full; <c>-EEXIST</c> for a key that is
    /// there, or an index, with <see cref="BpfConstants.BPF_NOEXIST"/>.
    /// </returns>
    public int Update(in uint key, in uint value, ulong flags = BpfConstants.BPF_ANY)
    {
        if (flags > BpfConstants.BPF_EXIST)
            return -Errno.EINVAL;
        lock (_lock)
        {
            if (Refuse(key, _targets.ContainsKey(key), _targets.Count, flags) is var error and not 0)
                return error;
            if (value == 0 && IsRemovedByZero)
                _targets.Remove(key);
            else
                _targets[key] = value;
            return 0;
        }
    }

    /// <summary>Removes a value, for the host.</summary>
    /// <param name="key">The key.</param>
    /// <returns>0, also where an index has no value; <c>-EINVAL</c> for an index out of range; <c>-ENOENT</c> for another key that is not there.</returns>
    public int Delete(in uint key)
    {
        lock (_lock)
            return _targets.Remove(key) ? 0 : NotThere(key);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<uint, uint>> GetEnumerator()
    {
        lock (_lock)
            return new List<KeyValuePair<uint, uint>>(_targets).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a value of 0 is none.</summary>
    private protected virtual bool IsRemovedByZero => true;

    /// <summary>Why a key is not stored, as a negative errno; or 0.</summary>
    private protected virtual int Refuse(uint key, bool isThere, int count, ulong flags)
    {
        if (key >= (uint)MaxEntries)
            return -Errno.E2BIG;
        return flags == BpfConstants.BPF_NOEXIST ? -Errno.EEXIST : 0;
    }

    private protected virtual int NotThere(uint key) => key >= (uint)MaxEntries ? -Errno.EINVAL : 0;
}
