/** What all routes of Azure DevOps share: a call, its credentials, its JSON, its errors. */
@NullMarked
package dev.attest.standin.azure.rest;

import org.jspecify.annotations.NullMarked;
