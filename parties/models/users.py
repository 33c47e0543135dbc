from functools import cached_property

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parties.roles import Role


class UserManager(BaseUserManager):
    """Accounts are known by their email address."""

    def create_user(self, email, password=None, **fields):
        """Create an account; the address is kept in lower case."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Create an account that may open every door."""
        return self.create_user(email, password, is_superuser=True, **fields)


@pghistory.track(fields=["email", "first_name", "last_name", "is_active"])
class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. What they may do follows from their roles and from the parties they act for."""

    email = models.EmailField(_("email address"), unique=True)
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(_("last name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=2, default="it")
    is_active = models.BooleanField(_("active"), default=True)
    # Somebody once let this account act in their place (`workflows.Delegation`).
    is_delegate = models.BooleanField(default=False, editable=False)
    date_joined = models.DateTimeField(_("registered on"), default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self):
        return self.get_full_name() or self.email

    def get_full_name(self):
        """Return first and last name, or nothing where neither is known yet."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self):
        """Return the first name, or the address where it is not known."""
        return self.first_name or self.email

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The staff roles held today; empty for applicants and strangers."""
        if not self.is_active:
            return frozenset()
        today = timezone.localdate()
        held = self.role_assignments.filter(valid_from__lte=today).filter(
            models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=today)
        )
        return frozenset(Role(role) for role in held.values_list("role", flat=True))

    @property
    def is_office(self) -> bool:
        """Whether this person works in the office, in whatever role."""
        return bool(self.roles)


@pghistory.track()
class RoleAssignment(models.Model):
    """From when to when a person holds a role in the office."""

    user = models.ForeignKey(User, models.CASCADE, related_name="role_assignments")
    role = models.CharField(_("role"), max_length=30, choices=Role.choices)
    valid_from = models.DateField(_("from"), default=timezone.localdate)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"],
                condition=models.Q(valid_to__isnull=True),
                name="role_held_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="role_ends_after_it_starts",
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="role_is_known"),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"
