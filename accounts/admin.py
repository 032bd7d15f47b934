from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin

from accounts.models import Membership, Organisation, User


class MembershipInline(admin.TabularInline):
    """To look at: roles change by `accounts.services` alone, which keeps an owner and tells the hooks."""

    model = Membership
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Superusers only; Oscar's admin completes people by `search_fields`."""

    ordering = ["email"]
    list_display = ["email", "first_name", "last_name", "is_active", "is_superuser"]
    search_fields = ["email", "first_name", "last_name"]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (None, {"fields": ["first_name", "last_name", "phone", "language"]}),
        (None, {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "password1", "password2"]})]
    inlines = [MembershipInline]


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ["name", "reference", "status", "is_office"]
    search_fields = ["name", "reference", "vat_id"]
    inlines = [MembershipInline]


# Superusers come in by the same door as everybody, second factor and limits included.
admin.site.login = secure_admin_login(admin.site.login)
