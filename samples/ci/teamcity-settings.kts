import jetbrains.buildServer.configs.kotlin.BuildType
import jetbrains.buildServer.configs.kotlin.buildSteps.maven

object Verify : BuildType({
    name = "Verify"
    params {
        param("env.ATTEST_AZURE_URL", "https://dev.azure.com/contoso")
        param("env.ATTEST_AZURE_PROJECT", "shop")
        param("env.ATTEST_JOURNAL_DIR", "%teamcity.build.checkoutDir%/.attest")
    }
    steps {
        maven {
            goals = "verify"
        }
    }
})
