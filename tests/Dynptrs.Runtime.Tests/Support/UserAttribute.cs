using System.Runtime.InteropServices;
using System.Text;

namespace Dynptrs.Tests;

/// <summary>Extended attributes as user space sets them, past the names that programs may use.</summary>
internal static partial class UserAttribute
{
    public static void Set(string path, string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var isSet = SetXattr(path, name, bytes, (nuint)bytes.Length, 0) == 0;
        Assert.SkipUnless(isSet, $"The attribute {name} cannot be set here (errno {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "setxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetXattr(string path, string name, byte[] value, nuint size, int flags);
}
