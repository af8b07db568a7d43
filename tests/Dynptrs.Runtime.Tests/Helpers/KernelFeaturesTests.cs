using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace Dynptrs.Tests.Helpers;

public sealed class KernelFeaturesTests
{
    [Theory]
    [InlineData("bpf_dynptr_size")]
    [InlineData("bpf_ktime_get_tai_ns")]
    [InlineData("bpf_dynptr_from_file")]
    public void What_the_runtime_implements_is_there(string helper) => Assert.True(KernelFeatures.Has(helper));

    [Fact]
    public void What_only_Linux_has_is_there_on_Linux()
    {
        var helpers = typeof(KernelFeatures).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers())
            .Select(member => member.GetCustomAttribute<BpfHelperAttribute>())
            .OfType<BpfHelperAttribute>()
            .ToLookup(helper => helper.Name, helper => helper.LinuxOnly);
        Assert.Contains(helpers, helper => helper.All(isLinuxOnly => isLinuxOnly));
        Assert.All(helpers, helper => Assert.Equal(
            OperatingSystem.IsLinux() || helper.Any(isLinuxOnly => !isLinuxOnly), KernelFeatures.Has(helper.Key)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("dynptr_size")]
    [InlineData("bpf_no_such_helper")]
    public void A_name_of_no_helper_is_an_error(string name)
    {
        Assert.Contains($"`{name}`", Assert.Throws<ArgumentException>(() => KernelFeatures.Has(name)).Message);
        Assert.Throws<ArgumentException>(() => KernelFeatures.With(name));
        Assert.Throws<ArgumentException>(() => KernelFeatures.Without(name));
    }

    [Fact]
    public void A_test_decides_until_it_ends()
    {
        const string helper = "bpf_dynptr_size";
        using (KernelFeatures.Without(helper))
        {
            Assert.False(KernelFeatures.Has(helper));
            Assert.True(KernelFeatures.Has("bpf_dynptr_clone"));
            using (KernelFeatures.With(helper))
                Assert.True(KernelFeatures.Has(helper));
            Assert.False(KernelFeatures.Has(helper));
        }

        Assert.True(KernelFeatures.Has(helper));
    }

    [Fact]
    public async Task It_decides_for_what_it_starts_and_for_nothing_else()
    {
        const string helper = "bpf_dynptr_size";
        var before = new TaskCompletionSource();
        var other = Task.Run(
            async () =>
            {
                await before.Task;
                return KernelFeatures.Has(helper);
            },
            TestContext.Current.CancellationToken);
        using (KernelFeatures.Without(helper))
        {
            before.SetResult();
            Assert.False(await Task.Run(() => KernelFeatures.Has(helper), TestContext.Current.CancellationToken));
            Assert.True(await other);
        }
    }
}
