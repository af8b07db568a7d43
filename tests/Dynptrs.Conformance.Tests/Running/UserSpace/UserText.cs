using System;
using System.Runtime.InteropServices;

namespace Dynptrs.Conformance.Tests.Running.UserSpace;

/// <summary>The text that user space holds for the programs of <c>dynptr_success</c> that read by address.</summary>
internal sealed class UserText : IDisposable
{
    private const int Length = 384;

    private readonly nint _address = Marshal.AllocHGlobal(Length);

    /// <summary>Tells a suite of it: its address, what is to be found there, and the longest part that is read.</summary>
    public UserText(SuiteRun suite)
    {
        var text = new byte[Length];
        for (var i = 0; i < Length - 1; i++)
            text[i] = (byte)('a' + (i % 26));
        Marshal.Copy(text, 0, _address, Length);
        suite.Set("user_ptr", (nuint)_address);
        suite.SetBytes("expected_str", text);
        suite.SetBytes("test_len", BitConverter.GetBytes(Length));
    }

    public void Dispose() => Marshal.FreeHGlobal(_address);
}
