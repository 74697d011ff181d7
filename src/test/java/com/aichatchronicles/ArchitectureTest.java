package com.aichatchronicles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the packages and kinds of classes may depend on each other. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "com.aichatchronicles.";

    /** Each package, with those that it may use besides itself. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("platform", List.of()),
            Map.entry("audit", List.of("platform", "sessions", "accounts")),
            Map.entry("tokens", List.of("platform")),
            Map.entry("devices", List.of("platform", "tokens")),
            Map.entry("sessions", List.of("platform", "tokens", "devices")),
            Map.entry("passwords", List.of("platform")),
            Map.entry("usernames", List.of("platform")),
            Map.entry("accounts", List.of("platform", "devices", "sessions", "passwords", "usernames")),
            Map.entry("credentials", List.of("platform", "devices", "sessions", "passwords", "accounts")),
            Map.entry("secondfactor", List.of("platform", "tokens", "devices", "sessions", "accounts", "credentials")),
            Map.entry(
                    "signin",
                    List.of("platform", "tokens", "devices", "sessions", "passwords", "accounts", "secondfactor")),
            Map.entry("administration", List.of("platform", "sessions", "accounts", "recovery")),
            Map.entry("apikeys", List.of("platform", "tokens", "sessions", "accounts")),
            Map.entry("tags", List.of("platform")),
            Map.entry("findings", List.of()),
            Map.entry("home", List.of("platform")),
            Map.entry("mail", List.of("platform")),
            Map.entry("postmaster", List.of("platform", "sessions", "mail")),
            Map.entry("recovery", List.of("platform", "tokens", "sessions", "accounts", "credentials", "mail")),
            Map.entry(
                    "signon",
                    List.of(
                            "platform",
                            "tokens",
                            "sessions",
                            "devices",
                            "accounts",
                            "credentials",
                            "secondfactor",
                            "signin",
                            "mail")),
            Map.entry("privacy", List.of("platform", "sessions")),
            Map.entry("corpus", List.of("platform", "conversations")),
            Map.entry("scim", List.of("platform", "sessions", "accounts")),
            Map.entry("spam", List.of("platform", "sessions")),
            Map.entry("conversations", List.of("platform", "sessions", "accounts", "tags", "spam", "findings")),
            Map.entry("comments", List.of("platform", "sessions", "accounts", "conversations", "spam")),
            Map.entry("profiles", List.of("platform", "accounts", "conversations")),
            Map.entry("likes", List.of("platform", "sessions", "conversations", "comments", "profiles")),
            Map.entry("follows", List.of("platform", "sessions", "accounts", "conversations", "profiles")),
            Map.entry("collections", List.of("platform", "sessions", "conversations", "profiles")),
            Map.entry("moderation", List.of("platform", "sessions", "conversations", "comments")),
            Map.entry(
                    "notifications",
                    List.of(
                            "platform",
                            "sessions",
                            "conversations",
                            "comments",
                            "likes",
                            "follows",
                            "moderation",
                            "mail")),
            Map.entry("seminars", List.of("platform", "sessions")),
            Map.entry("revisions", List.of("platform", "sessions", "conversations")),
            Map.entry("drafts", List.of("platform", "tokens", "sessions", "conversations", "findings")),
            Map.entry("uploads", List.of("platform", "sessions", "accounts")),
            Map.entry(
                    "supabase",
                    List.of(
                            "platform",
                            "tokens",
                            "devices",
                            "sessions",
                            "passwords",
                            "accounts",
                            "credentials",
                            "secondfactor",
                            "signin",
                            "recovery",
                            "tags",
                            "conversations",
                            "comments",
                            "profiles",
                            "likes",
                            "follows",
                            "collections",
                            "moderation",
                            "notifications",
                            "seminars",
                            "uploads"))));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesUseOnlyWhatTheyMay = CompositeArchRule.of(MAY_USE.keySet().stream()
                    .map(ArchitectureTest::usesOnlyWhatItMay)
                    .toList())
            .as("Each package uses only what it may");

    @ArchTest
    static final ArchRule theProtocolOfDirectoriesKnowsNothingOfWhatTheyKeep = noClasses()
            .that()
            .resideInAPackage(all("scim.protocol"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "scim", all("scim.users"), all("scim.groups"));

    @ArchTest
    static final ArchRule usersOfDirectoriesKnowNoGroups = noClasses()
            .that()
            .resideInAPackage(all("scim.users"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(all("scim.groups"));

    @ArchTest
    static final ArchRule providersKnowNeitherTheirProtocolNorWhoIsWhom = noClasses()
            .that()
            .resideInAPackage(all("signon.providers"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "signon", all("signon.protocol"), all("signon.identities"));

    @ArchTest
    static final ArchRule theProtocolOfProvidersKnowsNobody = noClasses()
            .that()
            .resideInAPackage(all("signon.protocol"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "signon", all("signon.identities"))
            .because("a provider speaks of people; which accounts they have is not its business");

    @ArchTest
    static final ArchRule identitiesKnowNoProtocol = noClasses()
            .that()
            .resideInAPackage(all("signon.identities"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "signon", all("signon.protocol"));

    @ArchTest
    static final ArchRule everyPackageIsListed = classes()
            .should()
            .resideInAnyPackage(
                    MAY_USE.keySet().stream().map(ArchitectureTest::all).toArray(String[]::new))
            .allowEmptyShould(true)
            .because("a package that is not listed here may use everything");

    @ArchTest
    static final ArchRule onlyTheServersDataSourceAndTheCorpusLoaderConnectToTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages(all("corpus"), all("platform.database"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(all("platform.database"))
            .allowEmptyShould(true)
            .because("the package is left out of the WAR: Liberty makes the data source");

    @ArchTest
    static final ArchRule persistenceIsForServicesAndQueries = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Service")
            .and()
            .haveSimpleNameNotEndingWith("Queries")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resourcesSeeNoEntity = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .allowEmptyShould(true)
            .because("an entity in a response leaks columns and lazy associations");

    @ArchTest
    static final ArchRule servicesKnowNoHttp = noClasses()
            .that()
            .haveSimpleNameEndingWith("Service")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beAnnotatedWith(RolesAllowed.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackage(all("corpus"))
            .should(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Calendar.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theOnlyLoggerIsThatOfThePlatform = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.slf4j..", "org.apache.logging..", "org.apache.commons.logging..")
            .allowEmptyShould(true)
            .because("System.Logger is there without a library");

    private static ArchRule usesOnlyWhatItMay(String user) {
        String[] forbidden = MAY_USE.keySet().stream()
                .filter(used -> !used.equals(user) && !MAY_USE.get(user).contains(used))
                .map(ArchitectureTest::all)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(all(user))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .allowEmptyShould(true)
                .as(user + " uses nothing but " + MAY_USE.get(user));
    }

    private static String all(String name) {
        return ROOT + name + "..";
    }
}
