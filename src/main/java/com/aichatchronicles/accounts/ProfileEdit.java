package com.aichatchronicles.accounts;

import com.aichatchronicles.platform.http.Text;
import com.aichatchronicles.usernames.FreeName;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Changes to one's own profile; a member that is absent stays as it is, an empty text clears it. */
public record ProfileEdit(
        @Size(min = 2, max = 100) @Pattern(regexp = Text.NAME, message = Text.NAME_MESSAGE)
        String fullName,

        @FreeName
        @Size(min = 3, max = 30)
        @Pattern(regexp = "[A-Za-z0-9]*", message = "must only contain letters and digits")
        String username,

        @Size(max = 200) String title,
        @Size(max = 1000) String bio,
        @Size(max = 100) String location,

        @Size(max = 2000) @Pattern(regexp = Text.WEB_ADDRESS_OR_EMPTY, message = Text.WEB_ADDRESS_MESSAGE)
        String website,

        @Size(max = 50) List<@Size(min = 1, max = 100) String> interests,

        @Size(max = 2000) @Pattern(regexp = Text.WEB_ADDRESS_OR_EMPTY, message = Text.WEB_ADDRESS_MESSAGE)
        String avatarUrl) {}
